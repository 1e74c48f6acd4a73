/**
 * Finds a path from `start` back to itself, with `start` at both ends; `undefined` if there is none.
 *
 * @param nextOf The names that a name leads to.
 * @param first The names to follow from `start`. @default all names that it leads to
 */
export function findCycle(
  start: string,
  nextOf: (name: string) => readonly string[],
  first: readonly string[] = nextOf(start),
): string[] | undefined {
  const seen = new Set<string>();
  const search = (way: readonly string[], names: readonly string[]): string[] | undefined => {
    for (const name of names) {
      if (name === start) return [...way, name];
      if (seen.has(name)) continue;
      seen.add(name);
      const found = search([...way, name], nextOf(name));
      if (found) return found;
    }
    return undefined;
  };
  return search([start], first);
}
