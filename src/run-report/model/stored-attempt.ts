import type { AttemptOfTest } from './run-model';

type LargePart = 'result' | 'strength' | 'exchanges' | 'failures';

/** Reads the large parts of an attempt, each when it is needed. */
export type PartReaders = {
  readonly [Name in LargePart]?: (() => AttemptOfTest[Name]) | undefined;
};

const READERS = Symbol('readers');

interface Stored {
  readonly [READERS]: PartReaders;
}

const PARTS: readonly LargePart[] = ['result', 'strength', 'exchanges', 'failures'];

/** One for all attempts, so that they share a shape. */
const ACCESSORS = new Map(
  PARTS.map((name) => [
    name,
    {
      enumerable: true,
      get(this: Stored): unknown {
        return this[READERS][name]?.();
      },
    },
  ]),
);

/**
 * An attempt whose large parts are read from a file each time they are used: the attempts of a run don't fit into memory
 * with them. A copy by spreading would read them; see {@link withWorker}.
 */
export function storedAttempt(facts: Omit<AttemptOfTest, LargePart>, readers: PartReaders): AttemptOfTest {
  const attempt = Object.defineProperty({ ...facts }, READERS, { value: readers });
  for (const [name, accessor] of ACCESSORS) {
    if (readers[name] !== undefined) Object.defineProperty(attempt, name, accessor);
  }
  return attempt;
}

/** The same attempt in another worker. */
export function withWorker(attempt: AttemptOfTest, worker: number): AttemptOfTest {
  const { worker: _worker, ...rest } = Object.getOwnPropertyDescriptors(attempt);
  return Object.defineProperties({ worker }, rest) as AttemptOfTest;
}
