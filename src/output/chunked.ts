/** Work in pieces: between two of them others may have a turn. */
export type Steps<Value> = Generator<void, Value, void>;

/** Does all of the work now: a matcher that answers at once cannot hide a failure behind a forgotten `await`. */
export function runAtOnce<Value>(steps: Steps<Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the work a piece a turn, so that requests and timers of others go on meanwhile. */
export async function runInTurns<Value>(steps: Steps<Value>): Promise<Value> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
