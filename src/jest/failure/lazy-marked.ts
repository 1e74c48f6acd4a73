/** If `work` rejects, marks the error as the failure of a scenario, so that the end of the run can list it. */
export async function marked<Value>(work: Promise<Value>, frameOf: () => string | undefined): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    const { markFailed } = require('../failed-scenario') as typeof import('../failed-scenario');
    throw markFailed(error, frameOf());
  }
}
