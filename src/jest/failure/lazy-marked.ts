/** If `work` rejects, marks the error as the failure of a scenario, so that the end of the run can list it. */
export function marked<Value>(work: Promise<Value>, frameOf: () => string | undefined): Promise<Value> {
  return work.catch((error: unknown) => {
    const { markFailed } = require('../failed-scenario') as typeof import('../failed-scenario');
    throw markFailed(error, frameOf());
  });
}
