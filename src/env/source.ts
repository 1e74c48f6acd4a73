import { ConnectorTestError } from '../errors';
import { parseJson } from '../json/exact-json';
import { learnSecretsOf } from '../redaction/process-redactor';
import { nearestName } from '../validation/problems';
import { isRecord } from '../validation/shape';

/** The fields of a source. The case and separators of their names don't matter; see {@link source}. */
export interface Source {
  /** The source's name, as given or from `E2E_SOURCE_DATASOURCE`; else `''`. */
  readonly name: string;
  /** Whether there is any field. */
  readonly available: boolean;
  /** All fields, by their names in lower case without separators. */
  readonly fields: Readonly<Record<string, string>>;
  /** Returns the first of these fields that exists and isn't empty. Put the most specific name first. */
  get(...names: readonly string[]): string | undefined;
  /** Whether all these fields exist and aren't empty. Without a name it is `false`. */
  has(...names: readonly string[]): boolean;
  /**
   * Returns all these fields, by the names given here.
   *
   * @throws ConnectorTestError MISSING_VARIABLES with all missing fields.
   */
  require<Name extends string>(...names: readonly Name[]): Record<Name, string>;
}

/** Options of {@link source}. */
export interface SourceOptions {
  /** The part of the variable names between `E2E_` and the field. @default the source's name */
  readonly prefix?: string;
}

/**
 * Reads the fields of a source from the JSON object in `E2E_SOURCE_RAW_JSON`. A field that is not in it is read from
 * `E2E_<SOURCE>_<FIELD>`. The case and separators of names don't matter: `iamRoleArn` matches `IAM_ROLE_ARN`.
 *
 * @param name The source's name. @default the variable E2E_SOURCE_DATASOURCE
 * @throws ConnectorTestError INVALID_CONFIGURATION if E2E_SOURCE_RAW_JSON isn't a JSON object.
 * @example
 * credentials: () => source('postgres').require('host', 'username', 'password')
 */
export function source(
  name = process.env['E2E_SOURCE_DATASOURCE'] ?? '',
  { prefix = name }: SourceOptions = {},
): Source {
  const fields = readFields(variablePrefix(prefix));
  const all = Object.fromEntries(fields);
  learnSecretsOf({ credentials: all });
  const get = (field: string): string | undefined => fields.get(fold(field));
  return {
    name,
    available: fields.size > 0,
    fields: all,
    get: (...names) => names.map(get).find((value) => value !== undefined),
    has: (...names) => names.length > 0 && names.every((field) => get(field) !== undefined),
    require(...names) {
      const missing = names.filter((field) => get(field) === undefined);
      if (missing.length > 0) throw missingFields(name, variablePrefix(prefix), missing, [...fields.keys()]);
      return Object.fromEntries(names.map((field) => [field, get(field)])) as Record<(typeof names)[number], string>;
    },
  };
}

/** A field in the JSON wins even if it is empty: no variable fills it in. */
function readFields(prefix: string | undefined): ReadonlyMap<string, string> {
  const all = new Map(Object.entries(rawFields()).map(([field, value]) => [fold(field), value]));
  for (const [variable, value] of Object.entries(process.env)) {
    if (prefix === undefined || !variable.startsWith(prefix)) continue;
    const field = fold(variable.slice(prefix.length));
    if (!all.has(field)) all.set(field, value);
  }
  const texts = [...all].map(([field, value]) => [field, fieldText(value)] as const);
  return new Map(texts.filter((entry): entry is [string, string] => entry[0] !== '' && entry[1] !== ''));
}

/** Lists and objects are ignored. */
function fieldText(value: unknown): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value).trim();
}

function rawFields(): Record<string, unknown> {
  const text = process.env['E2E_SOURCE_RAW_JSON'];
  if (!text) return {};
  try {
    const value: unknown = parseJson(text);
    if (isRecord(value)) return value;
  } catch {
    // Reported below without the parser's message, which would quote the value.
  }
  throw new ConnectorTestError('INVALID_CONFIGURATION', {
    what: "Invalid E2E_SOURCE_RAW_JSON: it isn't a JSON object.",
    fix: 'set it to an object with string values, such as {"host": "db.example", "username": "svc"}, or unset it.',
  });
}

/** `undefined` for a name of separators only, which would match every E2E_ variable. */
function variablePrefix(name: string): string | undefined {
  return fold(name) === ''
    ? undefined
    : `E2E_${name
        .trim()
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '_')}_`;
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function missingFields(name: string, prefix: string | undefined, missing: readonly string[], known: readonly string[]) {
  const near = missing.flatMap((field) => nearestName(fold(field), known) ?? []);
  return new ConnectorTestError('MISSING_VARIABLES', {
    what: `The source "${name}" has no ${missing.join(', ')}.`,
    why: known.length === 0 ? 'it has no fields.' : `it has ${known.join(', ')}.`,
    fix:
      near.length > 0
        ? `use ${near.join(', ')} instead.`
        : `set ${missing.map((field) => `${prefix ?? 'E2E_<SOURCE>_'}${shellName(field)}`).join(', ')}, in the shell or in .env.`,
  });
}

/** `roleArn` → `ROLE_ARN` */
function shellName(field: string): string {
  return field
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
