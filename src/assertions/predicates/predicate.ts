import { type CallSite, captureCallSite } from '../../call-site';
import { ConnectorTestError } from '../../errors';
import { verdictOf } from '../verdict';

const PREDICATE = Symbol.for('jest-connector.predicate');
const FACTORY = Symbol.for('jest-connector.factory');

/** A function that makes predicates; its name is used in messages. */
type Factory = (...args: never[]) => unknown;

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
  readonly factory: Factory;
  /** Where the predicate was made, when it was not made by the user's own call. */
  readonly callSite?: CallSite;
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
  const problem = problemOf(definition);

  const predicate = (value: unknown): boolean => {
    if (problem !== undefined) throw argumentError(problem);
    return value === undefined ? acceptsMissing : verdictOf(definition.test(value));
  };
  const parts = {
    [PREDICATE]: true,
    note: definition.options?.description,
    acceptsMissing,
    problem,
    callSite: definition.callSite ?? captureCallSite(definition.factory),
    explain: (value: unknown) => (value === undefined ? undefined : definition.explain?.(value)),
    ...('expectedValue' in definition ? { expectedValue: definition.expectedValue } : {}),
    // Jest's asymmetric protocol: a predicate may stand inside an expected value, `equals({ id: isUuid() })`.
    $$typeof: Symbol.for('jest.asymmetricMatcher'),
    asymmetricMatch: predicate,
    toAsymmetricMatcher: definition.describe,
    // Jest prints the arguments of a custom asymmetric matcher with `String`.
    toString: definition.describe,
  };
  Object.assign(predicate, parts);
  Object.defineProperty(predicate, 'description', { get: definition.describe, enumerable: true });
  return predicate as unknown as Predicate<Value>;
}

/** Whether `value` is a predicate of this package. */
export function isPredicate(value: unknown): value is Predicate {
  return typeof value === 'function' && PREDICATE in value;
}

/** Marks the functions that make predicates, so that one without its parentheses is recognised. */
export function markFactories(...factories: readonly Factory[]): void {
  for (const factory of factories) Object.defineProperty(factory, FACTORY, { value: true });
}

/** Whether `value` makes predicates: `exists`, where `exists()` was meant. */
export function isFactory(value: unknown): value is Factory {
  return typeof value === 'function' && FACTORY in value;
}

function problemOf({ factory, problem, options }: PredicateDefinition): string | undefined {
  const text = problem ?? optionsProblem(options);
  return text === undefined ? undefined : `${factory.name}(): ${text}`;
}

function optionsProblem(options: unknown): string | undefined {
  if (options === undefined) return undefined;
  const entries = typeof options === 'object' && options !== null ? Object.entries(options) : undefined;
  const known = entries?.every(
    ([key, value]) => key === 'description' && ['string', 'undefined'].includes(typeof value),
  );
  return known ? undefined : 'the last argument must be { description: string }';
}

function argumentError(problem: string): ConnectorTestError {
  return new ConnectorTestError('INVALID_PREDICATE_ARGUMENT', {
    what: 'A predicate was made with a wrong argument.',
    why: problem,
    fix: 'see the predicate in node_modules/jest-connector/docs/reference/predicates.md.',
  });
}
