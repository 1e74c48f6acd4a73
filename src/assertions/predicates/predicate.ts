import { type CallSite, captureCallSite } from '../../call-site';
import { ConnectorTestError } from '../../errors';
import { verdictOf } from '../verdict';

const PREDICATE = Symbol.for('jest-connector.predicate');
const FACTORY = Symbol.for('jest-connector.factory');
const DEFINITION = Symbol('definition');

/** A function that creates predicates; its name is used in messages. */
type Factory = (...args: never[]) => unknown;

/**
 * A named check. It is a plain function, so `list.every(greaterThan(0))` works too.
 *
 * `undefined` means a missing value (JSON has no `undefined`). It fails every predicate except `isMissing`, `isNone`,
 * `optional` and combinations of these.
 */
export interface Predicate<Value = unknown> {
  (value: Value): boolean;
  readonly [PREDICATE]: true;
  /** Completes the sentence "expected …", such as `equal to "ready"`. */
  readonly description: string;
  /** The caller's `{ description }`, shown if the predicate fails. */
  readonly note: string | undefined;
  /** Whether the predicate passes if the path doesn't exist. */
  readonly acceptsMissing: boolean;
  /** The problem of invalid arguments; a predicate with a problem throws when it is called. */
  readonly problem: string | undefined;
  /** The expected value, for a diff; only predicates that compare with a value have one. */
  readonly expectedValue?: unknown;
  /** The stack line where the predicate was created. */
  readonly callSite: CallSite;
  /** Why `value` fails, in one or more lines; `undefined` if there is nothing to add to `description`. */
  explain(value: unknown): string | undefined;
}

/** The last argument of each predicate. */
export interface PredicateOptions {
  /** Your description of the check, shown if it fails. */
  readonly description?: string;
}

/** The parts of a predicate. */
export interface PredicateDefinition {
  /** The factory that the user called; the call site is the stack frame below it. */
  readonly factory: Factory;
  /** Where the predicate was created, if the user didn't call its factory directly. */
  readonly callSite?: CallSite;
  /** Builds `description`; only called on failure. */
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

/** A predicate with what its shared properties read. */
interface DefinedPredicate extends Predicate {
  readonly [DEFINITION]: PredicateDefinition;
}

/** What all predicates inherit: a suite may have tens of thousands, so each has as few properties of its own as possible. */
const shared = Object.create(Function.prototype, {
  [PREDICATE]: { value: true },
  acceptsMissing: read(({ acceptsMissing = false }) => acceptsMissing),
  description: read(({ describe }) => describe()),
  note: read(({ options }) => options?.description),
  problem: read(problemOf),
  explain: method(({ explain }, value) => (value === undefined ? undefined : explain?.(value))),
  // Jest's asymmetric protocol: a predicate may be nested in an expected value, `equals({ id: isUuid() })`.
  $$typeof: { value: Symbol.for('jest.asymmetricMatcher') },
  asymmetricMatch: {
    value(this: Predicate, value: unknown) {
      return this(value);
    },
  },
  toAsymmetricMatcher: method(({ describe }) => describe()),
  // Jest prints the arguments of a custom asymmetric matcher with `String`.
  toString: method(({ describe }) => describe()),
}) as object;

function read(property: (definition: PredicateDefinition) => unknown): PropertyDescriptor {
  return {
    get(this: DefinedPredicate) {
      return property(this[DEFINITION]);
    },
  };
}

function method(call: (definition: PredicateDefinition, value: unknown) => unknown): PropertyDescriptor {
  return {
    value(this: DefinedPredicate, value: unknown) {
      return call(this[DEFINITION], value);
    },
  };
}

/** Creates a predicate; contains everything that all predicates share. */
export function definePredicate<Value>(definition: PredicateDefinition): Predicate<Value> {
  const problem = problemOf(definition);

  const predicate = ((value: unknown): boolean => {
    if (problem !== undefined) throw argumentError(problem);
    return value === undefined ? (definition.acceptsMissing ?? false) : verdictOf(definition.test(value));
  }) as unknown as Writable<DefinedPredicate>;
  predicate[DEFINITION] = definition;
  predicate.callSite = definition.callSite ?? captureCallSite(definition.factory);
  if ('expectedValue' in definition) predicate.expectedValue = definition.expectedValue;
  return Object.setPrototypeOf(predicate, shared) as Predicate<Value>;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Whether `value` is a predicate of this package. */
export function isPredicate(value: unknown): value is Predicate {
  return typeof value === 'function' && PREDICATE in value;
}

/** Marks the factories of predicates, so that a factory without its parentheses is recognized. */
export function markFactories(...factories: readonly Factory[]): void {
  for (const factory of factories) Object.defineProperty(factory, FACTORY, { value: true });
}

/** Whether `value` is a factory: `exists` instead of `exists()`. */
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
    what: 'Invalid argument of a predicate.',
    why: problem,
    fix: 'see the predicate in node_modules/jest-connector/docs/reference/predicates.md.',
  });
}
