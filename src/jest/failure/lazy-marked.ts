/** What `work` rejects with is marked as the failure of a scenario, for the end of the run. */
export async function marked<Value>(work: Promise<Value>, frameOf: () => string | undefined): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    const { markFailed } = require('../failed-scenario') as typeof import('../failed-scenario');
    throw markFailed(error, frameOf());
  }
}
