import { ConnectorTestError } from '../errors';
import { parseJson } from '../json/exact-json';
import { isRecord } from '../validation/shape';

/** The credentials found for an application and a scenario; `undefined` for a variable that is empty. */
export type FoundCredentials = Readonly<Record<string, unknown>>;

/** One layer of credentials from the environment. */
export interface EnvironmentCredentials {
  readonly credentials: FoundCredentials;
  /** The variable that each value comes from, by path: `host`, `extra.database`. */
  readonly variables: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables of other tools, and those that `source()` reads. */
const RESERVED = /^E2E_(?:SOURCE_(?:RAW_JSON|ENV_JSON|EXTRA_JSON|DATASOURCE)|GOLDEN_ROOT)$/;
const EXTRA = /^extra_(?=.)/;

/**
 * Reads the credentials in `E2E_<OWNER>_*`, where `owner` is an application or a scenario: `E2E_AUTH_VALID_PASSWORD` is
 * the `password` of the scenario `auth_valid`, and `E2E_…_EXTRA_ROLE` is the `role` in `extra`. Values stay strings.
 *
 * A variable belongs to the longest matching name, so `auth_valid` doesn't get the variables of `auth_valid_2`.
 *
 * @param owners The variable prefixes of all applications and scenarios; see {@link prefixOf}.
 */
export function environmentCredentials(
  owner: string,
  owners: ReadonlySet<string>,
  environment: Environment = process.env,
): EnvironmentCredentials {
  const prefix = prefixOf(owner);
  const credentials: Record<string, unknown> = {};
  const extra: Record<string, unknown> = {};
  const variables: Record<string, string> = {};
  for (const [variable, value] of Object.entries(environment)) {
    if (prefix === EMPTY || !variable.startsWith(prefix) || variable.length === prefix.length) continue;
    if (RESERVED.test(variable) || belongsToLonger(variable, prefix, owners)) continue;
    const name = variable.slice(prefix.length).toLowerCase();
    const inExtra = EXTRA.test(name);
    const key = name.replace(EXTRA, '');
    (inExtra ? extra : credentials)[key] = value?.trim() === '' ? undefined : value;
    variables[inExtra ? `extra.${key}` : key] = variable;
  }
  const whole =
    'extra' in credentials || Object.keys(extra).length > 0
      ? { extra: wholeExtra(prefix, credentials['extra'], extra) }
      : {};
  return { credentials: { ...credentials, ...whole }, variables };
}

/** `E2E_…_EXTRA` may be a JSON object, the form the server takes; variables for single fields override its fields. */
function wholeExtra(prefix: string, given: unknown, fields: FoundCredentials): unknown {
  const parsed = jsonObject(given);
  if (parsed !== undefined) return { ...parsed, ...fields };
  const [first] = Object.keys(fields);
  if (first === undefined) return given;
  if (given === undefined) return fields;
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `Invalid ${prefix}EXTRA: it isn't a JSON object, so ${prefix}EXTRA_${first.toUpperCase()} can't be added to it; nothing was sent.`,
    fix: 'unset one of them.',
  });
}

function jsonObject(text: unknown): Record<string, unknown> | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const value: unknown = parseJson(text);
    return isRecord(value) ? value : undefined;
  } catch {
    // Not JSON: an ordinary string.
    return undefined;
  }
}

/** The names of all variables that look like credentials. */
export function credentialVariables(environment: Environment = process.env): string[] {
  return Object.keys(environment).filter((name) => name.startsWith('E2E_') && !RESERVED.test(name));
}

const EMPTY = 'E2E__';

/** `my-app` → `E2E_MY_APP_`, a name that a shell can set. */
export function prefixOf(owner: string): string {
  return `E2E_${owner
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '')}_`;
}

/** Checks each `_` of the variable instead of each owner, because there may be thousands of scenarios. */
function belongsToLonger(variable: string, prefix: string, owners: ReadonlySet<string>): boolean {
  for (let end = variable.indexOf('_', prefix.length); end > 0; end = variable.indexOf('_', end + 1)) {
    if (owners.has(variable.slice(0, end + 1))) return true;
  }
  return false;
}
