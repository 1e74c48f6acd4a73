/** What to call when a signal aborts. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `work` when the signal aborts, which it hasn't yet. All requests share one listener of a signal, because adding
 * and removing one for each takes longer than the rest of an attempt's bookkeeping.
 *
 * @returns a function that forgets `work`.
 */
export function onAbort(signal: AbortSignal, work: () => void): () => void {
  const works = waiting.get(signal) ?? listen(signal);
  works.add(work);
  return () => works.delete(work);
}

function listen(signal: AbortSignal): Set<() => void> {
  const works = new Set<() => void>();
  waiting.set(signal, works);
  signal.addEventListener('abort', () => works.forEach((work) => work()), { once: true });
  return works;
}
