import type { Json } from '../json/json';
import { plainCopy } from './copies/plain-copy';
import { printableCopy, type Printer } from './copies/printable-copy';
import { learnSecrets, type Place } from './names/learn-secrets';
import { createSecretNames, isCredentialVariable, isSecretVariable, type SecretNames } from './names/secret-names';
import { markedSince } from './secret';
import { createKnownSecrets, type LearntSecret } from './text/known-secrets';
import { createNamedValues } from './text/named-values';
import { hidePatterns } from './text/text-patterns';

/** Hides secrets in all that leaves the process; see {@link createRedactor}. */
export interface Redactor {
  /**
   * Makes `value`, or all that stands in it, a secret, unless it is too short or too ordinary to be told from other
   * text. Under a `name` that speaks of no secret it has to be more distinctive than under one that does.
   */
  addSecret(value: unknown, name?: string): void;
  /** Makes everything in `value` a secret: flat credentials, with `extra` as an object or as JSON, or `{key, value}` pairs. */
  addCredentials(value: unknown): void;
  /** Makes the values of secret-looking environment variables secrets. */
  addEnvironment(environment: Readonly<Record<string, string | undefined>>): void;
  /** Looks through arguments, headers or a query for secrets: under `credentials`, and under secret names. */
  learn(value: unknown): void;
  /** What it has learnt, without the first `start`: for another process. */
  learntSince(start: number): readonly LearntSecret[];
  /** Learns what another process has learnt. */
  take(secrets: readonly LearntSecret[]): void;
  /** `text` with `[redacted]` in the place of each secret. Twice is the same as once. */
  text(text: string): string;
  /** A deep copy as plain JSON, with `[redacted]` in the place of each secret. Never throws. */
  value(value: unknown): Json;
  /** `value`, or a copy without secrets that looks the same when it is printed; the printed text is to be redacted, too. */
  printableCopy(value: unknown, printer: Printer): unknown;
  /** Whether what stands under `name` is a secret. */
  isSecretName(name: string): boolean;
}

/** The names, beside the known ones, under which secrets stand. */
export interface RedactorOptions {
  readonly names?: readonly string[] | undefined;
}

/**
 * Makes a redactor. It knows secrets by their names (`password`, `apiKey`, and the `names` given), by their values (all
 * that it was told of, and what was marked with `secret`), and by their form (`Bearer …`, passwords in URLs, private
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
  const hideNamed = createNamedValues(names, own);
  const variables = new Map<string, string>();
  let marked = 0;

  const learn = (value: unknown, place: Place, { name = '', isReported = false } = {}): void =>
    learnSecrets(value, { name, place, isReported }, names, known.add);

  const hide = (text: string): string => hideNamed(hidePatterns(known.hide(text)));
  const rules = { names, text: hide, isSecret: known.isSecret };

  /** The rules, with what was marked since. */
  const upToDate = (): typeof rules => {
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
      // Asked again and again, for a variable may be set at any time.
      for (const [name, value] of Object.entries(environment)) {
        if (value === undefined || variables.get(name) === value) continue;
        variables.set(name, value);
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
    value: (value) => plainCopy(value, upToDate()),
    printableCopy: (value, printer) => printableCopy(value, upToDate(), printer),
    isSecretName: names.isSecret,
  };
}

/** `E2E_MY_APP_DATABASE` is the `database` of credentials. */
function fieldOf(name: string): string {
  return isCredentialVariable(name) ? name.replace(/^.*_/, '') : name;
}

/** `MY_KEY` may hold a key, or the name of a column. */
function variablePlace(name: string, names: SecretNames): Place {
  if (isSecretVariable(name, names)) return names.isSecret(name) ? 'secret' : 'credentials';
  return isCredentialVariable(name) ? 'credentials' : 'anywhere';
}
