import type { AttemptOfTest } from './run-model';

const PARTS = ['result', 'strength', 'exchanges', 'failures'] as const;

type LargePart = (typeof PARTS)[number];

/** Reads the large parts of an attempt, each when it is needed. */
export type PartReaders = {
  readonly [Name in LargePart]?: (() => AttemptOfTest[Name]) | undefined;
};

const READERS = Symbol('readers');

interface Stored {
  readonly [READERS]: PartReaders;
}

/** One for all attempts, so that they share a shape. */
const ACCESSORS = new Map<LargePart, PropertyDescriptor>(
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

/** An attempt without its large parts, which `read` finds again. */
export function storedCopy(attempt: AttemptOfTest, read: () => AttemptOfTest | undefined): AttemptOfTest {
  const { result, strength, exchanges, failures, ...facts } = attempt;
  const parts = { result, strength, exchanges, failures } satisfies Record<LargePart, unknown>;
  const present = PARTS.filter((name) => parts[name] !== undefined);
  return storedAttempt(facts, Object.fromEntries(present.map((name) => [name, () => read()?.[name]])));
}

/** The same attempt in another worker. */
export function withWorker(attempt: AttemptOfTest, worker: number): AttemptOfTest {
  const { worker: _worker, ...rest } = Object.getOwnPropertyDescriptors(attempt);
  return Object.defineProperties({ worker }, rest) as AttemptOfTest;
}
