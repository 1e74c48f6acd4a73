/** Work in steps; other tasks may run between two steps. */
export type Steps<Value> = Generator<void, Value, void>;

/** Runs all steps synchronously: a synchronous matcher can't hide a failure behind a forgotten `await`. */
export function runAtOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Runs one step per turn of the event loop, so that other requests and timers can proceed. */
export async function runInTurns<Value>(steps: Steps<Value>): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
