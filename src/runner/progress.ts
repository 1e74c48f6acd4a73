/** Reports progress while `work` is running. */
export type Progress = <Value>(waitingFor: () => string, work: () => Promise<Value>) => Promise<Value>;

/** Reports nothing. */
export const silently: Progress = (_waitingFor, work) => work();
