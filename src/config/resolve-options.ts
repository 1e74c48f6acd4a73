import type { ApiDefinitions } from '../apis/api-definition';
import { DEFAULTS } from '../defaults';
import { defined } from '../defined';
import type { EnvironmentOptions } from '../env/variables';
import type { RequestParts } from '../scenario/request/request-parts';
import type { TextValues } from '../scenario/scenario';
import type { StrengthOptions } from '../scenario/strength/strength-options';
import type { ConnectorConfig, ConnectorHooks, ConnectorOptions } from './options';

/** The sources of options; each overrides the one before: defaults, Jest config, environment, block. */
export interface OptionSources<Context> {
  readonly config: ConnectorConfig;
  readonly environment: EnvironmentOptions;
  /** The URL of the app that global setup started. */
  readonly startedAppUrl: string | undefined;
  readonly options: ConnectorOptions<Context>;
}

/** The options of a block, complete. */
export interface ResolvedOptions<Context = Record<string, unknown>> extends ConnectorHooks<Context>, RequestParts {
  readonly serverHost: string;
  readonly workflowEndpoint: string;
  readonly timeout: number;
  readonly allowShortTimeout: boolean;
  readonly hookTimeout: number;
  readonly concurrency: number | true;
  readonly correlationHeader?: string;
  readonly healthPath: string;
  readonly healthTimeout: number;
  readonly workflowTimeout: number;
  readonly pollingInterval: number;
  readonly inputContract: boolean;
  readonly strictPaths: boolean;
  readonly forbidSecretsInResponses: boolean;
  readonly extractedOutputBasePath?: string;
  readonly strength?: StrengthOptions;
  readonly headers: TextValues;
  readonly query: TextValues;
  readonly apis: ApiDefinitions;
  readonly applicationName?: string;
  /** The variable prefixes of all applications and scenarios of the test file. */
  readonly variableOwners?: ReadonlySet<string>;
  readonly credentials?: ConnectorOptions<Context>['credentials'];
  readonly requires?: readonly string[];
  readonly onMissing?: 'fail' | 'skip';
  readonly axios?: ConnectorOptions['axios'];
}

/**
 * Merges the sources; pure. An option that is `undefined` counts as unset. Headers, query and `apis` are merged by name;
 * everything else is replaced.
 */
export function resolveOptions<Context>(sources: OptionSources<Context>): ResolvedOptions<Context> {
  const { config, environment, startedAppUrl, options } = sources;
  const { app: _app, junit: _junit, report: _report, secretNames: _names, redact: _redact, ...shared } = config;

  return {
    ...DEFAULTS,
    allowShortTimeout: false,
    ...(startedAppUrl === undefined ? {} : { serverHost: startedAppUrl }),
    ...defined(shared),
    ...environment,
    ...defined(options),
    headers: { ...config.headers, ...options.headers },
    query: { ...config.query, ...options.query },
    apis: { ...config.apis, ...options.apis },
  } as ResolvedOptions<Context>;
}
