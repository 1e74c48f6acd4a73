import { isLazy } from '../../lazy';
import type { Scenario } from '../../scenario/scenario';
import { isRecord } from '../../validation/shape';
import { changeCredentials, randomValue, withoutCredential, wrongCredentials } from '../change-credentials';
import { loggedIn, loggedInOrRefused, refused } from '../response-checks';
import type { StandardOptions } from '../standard-options';
import { credentialsOf } from './right-credentials';

const DEFAULT_REQUIRED = ['username', 'password'];
const ONE_MEGABYTE = 1_000_000;

/** Logins: right ones, wrong ones, and each required credential missing. */
export function loginScenarios(options: StandardOptions): Scenario[] {
  const right = credentialsOf(options);
  return [
    { name: 'auth_valid', api: 'auth', ...right, assertThat: loggedIn() },
    { name: 'auth_wrong_credentials', api: 'auth', ...wrongCredentialsOf(options), assertThat: refused() },
    { name: 'auth_no_credentials', api: 'auth', args: { credentials: {} }, assertThat: refused() },
    ...requiredCredentials(options).map((name): Scenario => ({
      ...{ name: `auth_without_${name}`, api: 'auth', ...right, assertThat: refused() },
      changeArgs: changeCredentials((credentials) => withoutCredential(credentials, name)),
    })),
    {
      ...{ name: 'auth_unknown_credential', api: 'auth', ...right, assertThat: loggedInOrRefused() },
      changeArgs: changeCredentials((credentials) => ({ ...credentials, jest_connector_unknown: randomValue() })),
    },
    {
      ...{ name: 'auth_long_string', api: 'auth', ...right, assertThat: refused() },
      changeArgs: changeCredentials((credentials) => ({
        ...wrongCredentials(credentials),
        username: 'x'.repeat(ONE_MEGABYTE),
      })),
    },
  ];
}

/** What a scenario with credentials that must be refused is sent. */
export function wrongCredentialsOf(
  options: StandardOptions,
): Pick<Scenario & { api: 'auth' }, 'credentials' | 'changeArgs'> {
  const { wrongCredentials: wrong } = options;
  if (wrong !== undefined) return { credentials: wrong };
  return { ...credentialsOf(options), changeArgs: changeCredentials(wrongCredentials) };
}

function requiredCredentials({ requiredCredentials: given, credentials }: StandardOptions): readonly string[] {
  if (given !== undefined) return given;
  return isRecord(credentials) && !isLazy(credentials) ? Object.keys(credentials) : DEFAULT_REQUIRED;
}
