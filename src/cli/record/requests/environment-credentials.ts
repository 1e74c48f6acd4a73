import { currentEnvironment } from '../../../env/adopt-environment';
import { environmentCredentials, prefixOf } from '../../../env/credentials';
import { ConnectorTestError } from '../../../errors';
import { isRecord } from '../../../validation/shape';
import { type ArgsTree, FromVariable, mapLeaves } from './args-tree';

/** The credentials that the application has in the environment; `undefined` if it has none. */
export function credentialsTree(applicationName: string | undefined): ArgsTree {
  if (applicationName === undefined) return undefined;
  const { credentials, variables } = environmentCredentials(applicationName, new Set(), currentEnvironment());
  // The order of the environment differs from shell to shell.
  const sorted = Object.entries(credentials).sort(([left], [right]) => left.localeCompare(right));
  const set = sorted.filter(([, value]) => value !== undefined);
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
  const prefix = applicationName === undefined ? 'E2E_<APPLICATION>_' : prefixOf(applicationName);
  return new ConnectorTestError('MISSING_VARIABLES', {
    what: 'There are no credentials; nothing was sent.',
    why:
      applicationName === undefined
        ? 'the application has no name: neither ATLAN_APPLICATION_NAME nor `applicationName` in `globals.connector` is set.'
        : `no variable ${prefix}* is set in the environment or in .env.`,
    fix:
      `${applicationName === undefined ? 'set ATLAN_APPLICATION_NAME, and ' : 'set '}${prefix}USERNAME, ${prefix}PASSWORD and so on in .env.\n` +
      'To send no credentials, pass --args \'{"credentials": {}}\' with --api.',
  });
}
