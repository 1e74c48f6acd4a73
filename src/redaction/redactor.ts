import type { Json } from '../json/json';
import { type CopyRules, createPlainCopier, type PlainCopier } from './copies/plain-copy';
import { printableCopy, type Printer } from './copies/printable-copy';
import { learnSecrets, type Place } from './names/learn-secrets';
import { createSecretNames, isCredentialVariable, isSecretVariable, type SecretNames } from './names/secret-names';
import { markedSince } from './secret';
import { createKnownSecrets, type KnownSecrets, type LearntSecret } from './text/known-secrets';
import { createNamedValues } from './text/named-values';
import { hidePatterns } from './text/text-patterns';

/** Hides secrets in everything that leaves the process; see {@link createRedactor}. */
export interface Redactor {
  /**
   * Makes `value`, or everything in it, a secret, unless it is too short or too ordinary to be distinctive. Under a
   * `name` that isn't a secret name, a value has to be more distinctive.
   */
  addSecret(value: unknown, name?: string): void;
  /**
   * Makes everything in `value` a secret: flat credentials, with `extra` as an object or as JSON, or `{key, value}`
   * pairs.
   */
  addCredentials(value: unknown): void;
  /** Makes the values of environment variables with secret names secrets. */
  addEnvironment(environment: Readonly<Record<string, string | undefined>>): void;
  /** Searches arguments, headers or a query for secrets: under `credentials`, and under secret names. */
  learn(value: unknown): void;
  /** What it has learnt, without the first `start` secrets, for another process. */
  learntSince(start: number): readonly LearntSecret[];
  /** Registers what another process has learnt. */
  take(secrets: readonly LearntSecret[]): void;
  /** `text` with `[redacted]` in place of each secret. Applying it twice has no further effect. */
  text(text: string): string;
  /** A deep copy as plain JSON, with `[redacted]` in place of each secret. Never throws. */
  value(value: unknown): Json;
  /** Makes a copier for several parts of one value. To be used at once: secrets may be learnt at any time. */
  copier(): PlainCopier;
  /** `value`, or a copy without secrets that prints in the same way. The output must be redacted too. */
  printableCopy(value: unknown, printer: Printer): unknown;
  /** Whether the value under `name` is a secret. */
  isSecretName(name: string): boolean;
}

/** Further names whose values are secrets. */
export interface RedactorOptions {
  readonly names?: readonly string[] | undefined;
}

/**
 * Makes a redactor. It recognizes secrets by their names (`password`, `apiKey`, and the given `names`), by their values
 * (everything that was registered or marked with `secret`), and by their form (`Bearer …`, passwords in URLs, private
 * keys, JSON Web Tokens, the tokens of well-known issuers).
 *
 * @example
 * const redactor = createRedactor({ names: ['tenant'] });
 * redactor.learn({ credentials: { username: 'svc_reader', password: 'k9-Xq!2' } });
 * redactor.text('login refused: k9-Xq!2'); // 'login refused: [redacted]'
 */
export function createRedactor({ names: own = [] }: RedactorOptions = {}): Redactor {
  const names = createSecretNames(own);
  const known = createKnownSecrets();
  const variables = new Map<string, string>();
  let marked = 0;

  const learn = (value: unknown, place: Place, { name = '', isReported = false } = {}): void =>
    learnSecrets(value, { name, place, isReported }, names, known.add);

  const rules = createRules(names, known, createNamedValues(names, own));

  /** The rules, with the values marked since the last call. */
  const upToDate = (): CopyRules => {
    const values = markedSince(marked);
    marked += values.length;
    for (const value of values) learn(value, 'secret', { isReported: true });
    return rules;
  };

  return {
    addSecret: (value, name) =>
      learn(value, name === undefined || names.isSecret(name) ? 'secret' : 'credentials', { name, isReported: true }),
    addCredentials: (value) => learn(value, 'credentials'),
    addEnvironment(environment) {
      for (const [name, value] of changedVariables(environment, variables)) {
        learn(value, variablePlace(name, names), { name: fieldOf(name), isReported: isSecretVariable(name, names) });
      }
    },
    learn: (value) => learn(value, 'anywhere'),
    learntSince(start) {
      upToDate();
      return known.since(start);
    },
    take: (secrets) => secrets.forEach((secret) => known.add(...secret)),
    text: (text) => upToDate().text(text),
    value: (value) => createPlainCopier(upToDate()).value(value),
    copier: () => createPlainCopier(upToDate()),
    printableCopy: (value, printer) => printableCopy(value, upToDate(), printer),
    isSecretName: names.isSecret,
  };
}

/**
 * The variables that are new in `known`, to which they are added. Read on every call, because a variable may be set at any
 * time. In a test file, the environment is a proxy: its own keys take a quarter of the time that its entries take.
 */
function changedVariables(
  environment: Readonly<Record<string, string | undefined>>,
  known: Map<string, string>,
): (readonly [name: string, value: string])[] {
  const changed: [string, string][] = [];
  for (const name of Reflect.ownKeys(environment) as string[]) {
    const value = environment[name];
    if (value === undefined || known.get(name) === value) continue;
    known.set(name, value);
    changed.push([name, value]);
  }
  return changed;
}

function createRules(names: SecretNames, known: KnownSecrets, hideNamed: (text: string) => string): CopyRules {
  const text = remembering(known, (each) => hideNamed(hidePatterns(known.hide(each))));
  const field = remembering(known, (name) => {
    return { shown: text(name), isSecret: names.isSecret(name), isContainer: names.isContainer(name) };
  });
  return { field, text, isSecretNumber: known.isSecretNumber };
}

const LONGEST_REMEMBERED = 100;
const MOST_REMEMBERED = 2_000;

/**
 * Results repeat the same names, header values and descriptions. With a new secret, they are judged again.
 */
function remembering<Value extends string | object>(
  secrets: KnownSecrets,
  judge: (text: string) => Value,
): (text: string) => Value {
  const remembered = new Map<string, Value>();
  let count = 0;
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return judge(text);
    if (secrets.count !== count || remembered.size > MOST_REMEMBERED) remembered.clear();
    count = secrets.count;
    const before = remembered.get(text);
    if (before !== undefined) return before;
    const value = judge(text);
    remembered.set(text, value);
    return value;
  };
}

/** `E2E_MY_APP_DATABASE` is the `database` of credentials. */
function fieldOf(name: string): string {
  return isCredentialVariable(name) ? name.replace(/^.*_/, '') : name;
}

/** `MY_KEY` may contain a key, or the name of a column. */
function variablePlace(name: string, names: SecretNames): Place {
  if (isSecretVariable(name, names)) return names.isSecret(name) ? 'secret' : 'credentials';
  return isCredentialVariable(name) ? 'credentials' : 'anywhere';
}
