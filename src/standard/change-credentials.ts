import { randomBytes } from 'node:crypto';
import { toFlat } from '../apis/credentials-format';
import { ConnectorTestError } from '../errors';
import type { Json } from '../json/json';
import { isSecretName } from '../redaction/process-redactor';
import { isRecord } from '../validation/shape';

type Fields = Readonly<Record<string, unknown>>;
type Change = (args: Json) => unknown;

const USER = /^(?:user|user_?name|login|e-?mail|client_?id)$/i;

/** A request whose credentials are changed: flat ones, whatever form the right ones have. */
export function changeCredentials(change: (credentials: Fields) => unknown): Change {
  return (args: Fields) => ({ ...args, credentials: change(flat(args['credentials'])) });
}

/** Credentials that no source knows; the user name is random, so that no account is locked. */
export function wrongCredentials(credentials: Fields): Fields {
  const wrong = withRandom(credentials, (name) => USER.test(name) || isSecretName(name));
  if (JSON.stringify(wrong) !== JSON.stringify(credentials)) return wrong;
  throw new ConnectorTestError('INVALID_ARGS', {
    what: 'No credentials are known with which a login must fail; nothing was sent.',
    why: `none of ${Object.keys(credentials).join(', ') || 'no names'} is the name of a user or of a secret.`,
    fix: 'set `wrongCredentials` in the options of standardScenarios.',
  });
}

/** The credentials without `name`. Without a secret, the user name is random: a failed login could lock the account. */
export function withoutCredential(credentials: Fields, name: string): Fields {
  const { [name]: left, ...others } = credentials;
  if (left === undefined && !Object.hasOwn(credentials, name)) throw notThere(name, credentials);
  return isSecretName(name) ? withRandom(others, (other) => USER.test(other)) : others;
}

/** A value that occurs nowhere else. */
export function randomValue(): string {
  return `jest-connector-${randomBytes(6).toString('hex')}`;
}

function withRandom(credentials: Fields, isReplaced: (name: string) => boolean): Fields {
  return Object.fromEntries(
    Object.entries(credentials).map(([name, value]) => {
      if (name === 'extra' && isRecord(value)) return [name, withRandom(value, isReplaced)];
      return [name, isReplaced(name) ? randomValue() : value];
    }),
  );
}

function flat(credentials: unknown): Fields {
  return toFlat(credentials) ?? {};
}

function notThere(name: string, credentials: Fields): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: `The right credentials have no ${JSON.stringify(name)} that could be left out; nothing was sent.`,
    why: `they have ${Object.keys(credentials).join(', ') || 'no names'}.`,
    fix: 'list the required names in `requiredCredentials` of standardScenarios.',
  });
}
