/** What to call when a signal aborts. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `work` when the signal aborts. All requests share one listener of it, because adding and removing one for each
 * takes longer than the rest of an attempt's bookkeeping. The listener stays, so this is only for signals of our own.
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
