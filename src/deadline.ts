// Not the global timers, which a test's fake timers would stop.
import { clearTimeout, setTimeout } from 'node:timers';

/**
 * Settles like `work`, or rejects with `timeoutError()` after `milliseconds`. The timer never outlives the call.
 */
export async function withDeadline<Value>(
  work: Promise<Value>,
  milliseconds: number,
  timeoutError: () => Error,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(timeoutError()), milliseconds);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
