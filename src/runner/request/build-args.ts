import { type PartName, partsOf } from '../../apis/request-parts';
import type { ResolvedOptions } from '../../config/resolve-options';
import { isShort } from '../../config/short-timeout';
import { ConnectorTestError } from '../../errors';
import { lazy } from '../../lazy';
import type { AnyApiScenario } from '../../scenario/scenario';
import { describeGiven } from '../../validation/problems';
import { buildCredentials } from './build-credentials';
import type { PartSource } from './call';

/** The options of a block that affect the requests of its scenarios. */
export type BlockParts = Pick<
  ResolvedOptions,
  | 'applicationName'
  | 'buildCredentials'
  | 'hookTimeout'
  | 'credentials'
  | 'metadata'
  | 'connection'
  | 'connectionConfig'
  | 'checksToRun'
  | 'preflightTimeout'
  | 'entrypoint'
  | 'variableOwners'
> & { readonly allowShortTimeout?: boolean };

/** The parts of a scenario's request, as written, with functions converted to lazies. */
export interface ChosenParts {
  readonly values: Readonly<Partial<Record<PartName, unknown>>>;
  readonly sources: readonly PartSource[];
  /** Whether to build the credentials from the environment and the block. */
  readonly needsCredentials: boolean;
}

/** The arguments, and information about them for reports. */
export interface BuiltArgs {
  readonly args: Readonly<Record<string, unknown>>;
  readonly sources: readonly PartSource[];
  readonly empty: Readonly<Record<string, string>>;
}

/** Each part, from the scenario or else from its block. */
export function chooseParts(scenario: AnyApiScenario, block: BlockParts): ChosenParts {
  const values: Partial<Record<PartName, unknown>> = {};
  const sources: PartSource[] = [];
  let needsCredentials = false;
  for (const [part] of partsOf(scenario.api)) {
    const own = scenario[part];
    const value: unknown = own === undefined ? (block as Readonly<Record<string, unknown>>)[part] : own;
    if (part === 'credentials' && own === undefined) needsCredentials = true;
    else if (own !== undefined || value !== undefined) {
      sources.push({ part, from: own === undefined ? 'the block' : 'the scenario' });
    }
    if (value !== undefined) values[part] = madeLater(value);
  }
  return { values, sources, needsCredentials };
}

/** A function is called once per scenario, so each scenario gets its own lazy. */
export function madeLater(part: unknown): unknown {
  return typeof part === 'function' ? lazy(part as Parameters<typeof lazy>[0]) : part;
}

/** Builds the arguments from resolved parts, with the server's names and times in whole seconds. */
export async function buildArgs(
  scenario: AnyApiScenario,
  chosen: ChosenParts,
  { block, context }: { readonly block: BlockParts; readonly context: object },
): Promise<BuiltArgs> {
  const { values } = chosen;
  const built = chosen.needsCredentials
    ? await buildCredentials({ scenario, block, context, ofBlock: values.credentials })
    : { sources: [], empty: {}, credentials: values.credentials };
  const all: ChosenParts['values'] = { ...values, credentials: built.credentials };
  const given = partsOf(scenario.api).filter(([part]) => part in values || part === 'credentials');
  const allowsShort = scenario.allowShortTimeout ?? block.allowShortTimeout;
  return {
    args: Object.fromEntries(
      given.map(([part, wire]) => [wire, part === 'preflightTimeout' ? seconds(all[part], allowsShort) : all[part]]),
    ),
    sources: [...built.sources, ...chosen.sources],
    empty: built.empty,
  };
}

function seconds(milliseconds: unknown, allowsShort = false): number {
  const isTime = typeof milliseconds === 'number' && Number.isFinite(milliseconds) && milliseconds > 0;
  if (isTime && (allowsShort || !isShort(milliseconds))) return Math.ceil(milliseconds / 1000);
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `Invalid \`preflightTimeout\`: the lazy returned ${describeGiven(milliseconds)}; nothing was sent.`,
    why: 'it must be a number of milliseconds, at least 1,000 unless `allowShortTimeout` is true.',
    fix: isTime ? `did you mean ${milliseconds}_000?` : 'return a number.',
  });
}
