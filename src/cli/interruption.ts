/** Ends something that was started, and waits until it has ended. */
type End = (signal: NodeJS.Signals) => Promise<unknown>;

const ends = new Set<End>();

/** Registers what an interrupted command must end before it exits. Returns a function for when it has ended by itself. */
export function endWhenInterrupted(end: End): () => void {
  ends.add(end);
  return () => void ends.delete(end);
}

/** Ends everything that is registered. */
export async function endAll(signal: NodeJS.Signals): Promise<void> {
  await Promise.allSettled([...ends].map((end) => end(signal)));
}
