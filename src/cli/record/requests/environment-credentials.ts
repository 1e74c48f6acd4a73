import { currentEnvironment } from '../../../env/adopt-environment';
import { credentialVariables, environmentCredentials, prefixOf } from '../../../env/credentials';
import { ConnectorTestError } from '../../../errors';
import { isRecord } from '../../../validation/shape';
import { type ArgsTree, FromVariable, mapLeaves } from './args-tree';

/**
 * The credentials that the application has in the environment; `undefined` if it has none.
 *
 * @throws ConnectorTestError MISSING_VARIABLES if one of its variables is empty, INVALID_ARGS
 */
export function credentialsTree(applicationName: string | undefined): ArgsTree {
  if (applicationName === undefined) return undefined;
  const { credentials, variables } = environmentCredentials(applicationName, new Set(), currentEnvironment());
  refuseEmpty(Object.values(variables));
  // The order of the environment differs from shell to shell.
  const set = Object.entries(credentials).sort(([left], [right]) => left.localeCompare(right));
  if (set.length === 0) return undefined;
  refuseMixedExtra(variables, applicationName);
  const tree = mapLeaves(Object.fromEntries(set), (value, path) => {
    const variable = variables[path.join('.')];
    return variable === undefined ? value : new FromVariable(variable, value);
  });
  const { extra } = variables;
  if (extra === undefined || !isRecord(credentials['extra'])) return tree;
  return { ...(tree as object), extra: new FromVariable(extra, credentials['extra'], true) };
}

/** A login without one of its credentials would be refused, and could lock the account. */
function refuseEmpty(variables: readonly string[]): void {
  const environment = currentEnvironment();
  const empty = variables.filter((name) => (environment[name] ?? '').trim() === '').sort();
  if (empty.length === 0) return;
  throw new ConnectorTestError('MISSING_VARIABLES', {
    what: `${empty.join(', ')} ${empty.length === 1 ? 'is' : 'are'} empty; nothing was sent.`,
    why: 'an empty variable counts as not set, and the request would lack this credential.',
    fix: 'set it in the shell or in .env, or remove it from both. A variable of the shell wins over .env, also if it is empty.',
  });
}

/** One value of a scenario can't come from two places. */
function refuseMixedExtra(variables: Readonly<Record<string, string>>, applicationName: string): void {
  const single = Object.entries(variables).find(([path]) => path.startsWith('extra.'));
  if (variables['extra'] === undefined || single === undefined) return;
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `${prefixOf(applicationName)}EXTRA and ${single[1]} are both set; nothing was sent.`,
    why: 'a scenario can read `extra` from one of them only.',
    fix: 'unset one of them, or pass the credentials with `--args`.',
  });
}

/** The error for a request that needs credentials that aren't there. */
export function withoutCredentials(applicationName: string | undefined): ConnectorTestError {
  const { why, fix } = applicationName === undefined ? withoutName() : withoutVariables(prefixOf(applicationName));
  return new ConnectorTestError('MISSING_VARIABLES', {
    what: 'There are no credentials; nothing was sent.',
    why,
    fix: `${fix}\nTo send no credentials, pass --args '{"credentials": {}}' with --api.`,
  });
}

interface Explanation {
  readonly why: string;
  readonly fix: string;
}

function withoutVariables(prefix: string): Explanation {
  const why = `no variable ${prefix}* is set in the environment or in .env.`;
  return { why, fix: `set ${prefix}USERNAME, ${prefix}PASSWORD and so on in .env.` };
}

function withoutName(): Explanation {
  const why =
    'the application has no name: neither ATLAN_APPLICATION_NAME nor `applicationName` in `globals.connector` is set.';
  const set = credentialVariables(currentEnvironment()).sort();
  const names = [...new Set(set.flatMap((variable) => LOGIN.exec(variable)?.[1]?.toLowerCase() ?? []))];
  const [name] = names;
  if (name === undefined) {
    const fix =
      'set ATLAN_APPLICATION_NAME, and E2E_<APPLICATION>_USERNAME, E2E_<APPLICATION>_PASSWORD and so on in .env.';
    return { why, fix };
  }
  const which = names.length === 1 ? '' : `, or another one of ${names.slice(1).join(', ')}`;
  return {
    why: `${why}\nSet are ${shortList(set.filter((variable) => LOGIN.test(variable)))}.`,
    fix: `set \`applicationName: '${name}'\` in \`globals.connector\` of the Jest config, or ATLAN_APPLICATION_NAME=${name} in .env${which}.`,
  };
}

/** Variables that look like the credentials of an application. */
const LOGIN = /^E2E_(\w+?)_(?:USER(?:NAME)?|PASSWORD|TOKEN|API_?KEY|ACCESS_KEY|SECRET(?:_KEY)?|HOST)$/;
const MOST_NAMES = 6;

function shortList(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
  return `${names.slice(0, MOST_NAMES).join(', ')}${more}`;
}
