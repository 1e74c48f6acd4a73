import type { ResolvedOptions } from '../../config/resolve-options';
import { withDeadline } from '../../deadline';
import { credentialVariables, environmentCredentials, type FoundCredentials, prefixOf } from '../../env/credentials';
import { ConnectorTestError } from '../../errors';
import { learnSecretsOf } from '../../redaction/process-redactor';
import type { AnyApiScenario } from '../../scenario/scenario';
import { describeGiven } from '../../validation/problems';
import { isRecord } from '../../validation/shape';
import { hookTooSlow, threw } from './build-errors';
import type { PartSource } from './call';

const BUILD_CREDENTIALS = { first: '`buildCredentials`', inside: '`buildCredentials`' };

/** The inputs for the credentials of a scenario. */
export interface CredentialsInput {
  readonly scenario: AnyApiScenario;
  readonly block: Pick<ResolvedOptions, 'applicationName' | 'buildCredentials' | 'hookTimeout' | 'variableOwners'>;
  /** The resolved option `credentials`; `undefined` if it isn't set. */
  readonly ofBlock: unknown;
  readonly context: object;
}

/** Credentials, and the source of each. */
export interface BuiltCredentials {
  readonly credentials: unknown;
  readonly sources: readonly PartSource[];
  /** The empty environment variables, by the path of the value that they leave undefined. */
  readonly empty: Readonly<Record<string, string>>;
}

interface Layer {
  readonly credentials: FoundCredentials;
  readonly sources: Readonly<Record<string, string>>;
}

/**
 * Merges credentials; later ones override earlier ones: `E2E_<APP>_*`, `E2E_<SCENARIO>_*`, the option `credentials`. If
 * there is a `buildCredentials`, its result is used.
 *
 * @throws ConnectorTestError INVALID_ARGS (no credentials), LAZY_FAILED, HOOK_TIMEOUT
 */
export async function buildCredentials(input: CredentialsInput): Promise<BuiltCredentials> {
  const { block, scenario, context } = input;
  const layers = layersOf(input);
  const found = layers.map(({ credentials }) => credentials).reduce(merge, {});
  const sources = Object.assign({}, ...layers.map((layer) => layer.sources)) as Record<string, string>;
  learnSecretsOf({ credentials: found });
  const isFound = Object.keys(found).length > 0;
  const reported = { sources: listed(sources), empty: emptyVariables(found, sources) };

  const make = block.buildCredentials as ((...given: readonly unknown[]) => unknown) | undefined;
  if (make === undefined || (isFound && make.length === 0)) {
    if (!isFound) throw noCredentials(scenario.name, block.applicationName);
    return { credentials: found, ...reported };
  }
  const made = await withDeadline(
    Promise.resolve().then(() => make(found, scenario, context)),
    block.hookTimeout,
    () => hookTooSlow(BUILD_CREDENTIALS, block.hookTimeout),
  ).catch((error: unknown) => {
    throw threw(BUILD_CREDENTIALS, error);
  });
  if (!isRecord(made) && !Array.isArray(made)) throw notCredentials('`buildCredentials` made', made);
  const last = { part: 'credentials', from: isFound ? 'buildCredentials, from the above' : 'buildCredentials' };
  return { credentials: made, sources: [...reported.sources, last], empty: reported.empty };
}

function layersOf({ scenario, block, ofBlock }: CredentialsInput): Layer[] {
  const { applicationName, variableOwners = new Set() } = block;
  const names = [...(applicationName === undefined ? [] : [applicationName]), scenario.name];
  const layers = names.map((name): Layer => {
    const { credentials, variables } = environmentCredentials(name, variableOwners);
    return { credentials, sources: variables };
  });
  if (ofBlock === undefined) return layers;
  if (!isRecord(ofBlock)) throw notCredentials('the option `credentials` is', ofBlock);
  const paths = pathsOf(ofBlock);
  return [...layers, { credentials: ofBlock, sources: Object.fromEntries(paths.map((path) => [path, 'the block'])) }];
}

/** By name, including those in `extra`. */
function merge(under: FoundCredentials, over: FoundCredentials): FoundCredentials {
  const [below, above] = [under['extra'], over['extra']];
  const extra = isRecord(below) && isRecord(above) ? { extra: { ...below, ...above } } : {};
  return { ...under, ...over, ...extra };
}

function pathsOf(credentials: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(credentials).flatMap(([name, value]) =>
    name === 'extra' && isRecord(value) ? Object.keys(value).map((inner) => `extra.${inner}`) : name,
  );
}

function listed(sources: Readonly<Record<string, string>>): PartSource[] {
  return Object.entries(sources).map(([path, from]) => ({ part: `credentials.${path}`, from }));
}

function emptyVariables(found: FoundCredentials, sources: Readonly<Record<string, string>>): Record<string, string> {
  const extra = isRecord(found['extra']) ? found['extra'] : {};
  const flat = {
    ...found,
    ...Object.fromEntries(Object.entries(extra).map(([name, value]) => [`extra.${name}`, value])),
  };
  return Object.fromEntries(
    Object.entries(sources)
      .filter(([path, from]) => flat[path] === undefined && from.startsWith('E2E_'))
      .map(([path, from]) => [`credentials.${path}`, from]),
  );
}

function noCredentials(scenario: string, applicationName: string | undefined): ConnectorTestError {
  const polled = [
    ...(applicationName === undefined ? [] : [`${prefixOf(applicationName)}*`]),
    `${prefixOf(scenario)}*`,
  ];
  const set = credentialVariables().sort();
  const others =
    set.length === 0
      ? ''
      : `\nset, but for other scenarios or apps: ${set.slice(0, 10).join(', ')}${set.length > 10 ? ' …' : ''}`;
  const unnamed = applicationName === undefined ? '; ATLAN_APPLICATION_NAME is not set' : '';
  return new ConnectorTestError('INVALID_ARGS', {
    what: `There are no credentials for the scenario "${scenario}", so nothing was sent.`,
    why: `it has no \`args\` or \`credentials\`, its block has none,\nand no variable ${polled.join(' or ')} is set${unnamed}.${others}`,
    fix: 'set the variables in the shell or in .env.\nIf you want to send no credentials, set `credentials: {}` or `args: {}`.',
  });
}

function notCredentials(what: string, made: unknown): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: `${what} ${describeGiven(made)}, so nothing was sent.`,
    fix: 'use an object such as { username, password }.',
  });
}
