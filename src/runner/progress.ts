/** Reports what is waited for, while `work` goes on. */
export type Progress = <Value>(waitingFor: () => string, work: () => Promise<Value>) => Promise<Value>;

/** Reports nothing. */
export const silently: Progress = (_waitingFor, work) => work();
