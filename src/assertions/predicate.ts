import { type CallSite, captureCallSite } from '../call-site';
import { ConnectorTestError } from '../errors';

const PREDICATE = Symbol.for('jest-connector.predicate');

/**
 * A named check: a plain function, so that `list.every(greaterThan(0))` works too.
 *
 * `undefined` stands for what is not there (JSON has no `undefined`): it fails every predicate but `isMissing`, `isNone`,
 * `optional` and combinations of these.
 */
export interface Predicate<Value = unknown> {
  (value: Value): boolean;
  readonly [PREDICATE]: true;
  /** Completes the sentence "expected …", such as `equal to "ready"`. */
  readonly description: string;
  /** The caller's own words (`{ description }`), shown when the predicate fails. */
  readonly note: string | undefined;
  /** Whether the predicate passes where the path leads nowhere. */
  readonly acceptsMissing: boolean;
  /** What is wrong with the arguments the predicate was made with; such a predicate throws when it is called. */
  readonly problem: string | undefined;
  /** The value that was expected, for a diff; only predicates that compare with one have it. */
  readonly expectedValue?: unknown;
  /** Where the predicate was made. */
  readonly callSite: CallSite;
  /** Why `value` fails, in a sentence or a few lines; `undefined` if there is nothing to add to `description`. */
  explain(value: unknown): string | undefined;
}

/** The last argument of each predicate. */
export interface PredicateOptions {
  /** What the check means, in your words; shown when it fails. */
  readonly description?: string;
}

/** What a predicate is made of. */
export interface PredicateDefinition {
  /** The factory that the user called; the call site is the frame below it. */
  readonly factory: (...args: never[]) => unknown;
  /** Builds `description`; called on failure only. */
  readonly describe: () => string;
  /** The check itself; never called with `undefined`. */
  readonly test: (value: unknown) => unknown;
  /** Why a value fails; never called with `undefined`. */
  readonly explain?: (value: unknown) => string | undefined;
  readonly acceptsMissing?: boolean;
  readonly problem?: string | undefined;
  readonly expectedValue?: unknown;
  readonly options?: PredicateOptions | undefined;
}

/** Makes a predicate; what all predicates share stands here. */
export function definePredicate<Value>(definition: PredicateDefinition): Predicate<Value> {
  const acceptsMissing = definition.acceptsMissing ?? false;
  const problem = definition.problem ?? optionsProblem(definition);

  const predicate = (value: unknown): boolean => {
    if (problem !== undefined) throw argumentError(definition, problem);
    return value === undefined ? acceptsMissing : (definition.test(value) as boolean);
  };
  const parts = {
    [PREDICATE]: true,
    note: definition.options?.description,
    acceptsMissing,
    problem,
    callSite: captureCallSite(definition.factory),
    explain: (value: unknown) => (value === undefined ? undefined : definition.explain?.(value)),
    ...('expectedValue' in definition ? { expectedValue: definition.expectedValue } : {}),
  };
  Object.assign(predicate, parts);
  Object.defineProperty(predicate, 'description', { get: definition.describe, enumerable: true });
  return predicate as unknown as Predicate<Value>;
}

/** Whether `value` is a predicate of this package. */
export function isPredicate(value: unknown): value is Predicate {
  return typeof value === 'function' && PREDICATE in value;
}

function optionsProblem({ options }: PredicateDefinition): string | undefined {
  if (options === undefined) return undefined;
  const known = typeof options === 'object' && options !== null && Object.keys(options).every((key) => key === 'description');
  return known ? undefined : 'the last argument must be { description: string }';
}

function argumentError({ factory }: PredicateDefinition, problem: string): ConnectorTestError {
  return new ConnectorTestError('INVALID_PREDICATE_ARGUMENT', {
    what: `${factory.name}() was given a wrong argument.`,
    why: problem,
    fix: 'see the predicate in the README, section "Predicates".',
  });
}
