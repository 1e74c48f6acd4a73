import { type PartName, partsOf } from '../../apis/request-parts';
import type { ResolvedOptions } from '../../config/resolve-options';
import { isShort } from '../../config/short-timeout';
import { ConnectorTestError } from '../../errors';
import { lazy } from '../../lazy';
import type { AnyApiScenario } from '../../scenario/scenario';
import { describeGiven } from '../../validation/problems';
import { buildCredentials } from './build-credentials';
import type { PartSource } from './call';

/** What a block says about the requests of its scenarios. */
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

/** The parts of a scenario's request, as they are written; functions are lazies now. */
export interface ChosenParts {
  readonly values: Readonly<Partial<Record<PartName, unknown>>>;
  readonly sources: readonly PartSource[];
  /** Whether the credentials are to be made of the environment and the block's. */
  readonly needsCredentials: boolean;
}

/** Arguments, and what is to be reported about them. */
export interface BuiltArgs {
  readonly args: Readonly<Record<string, unknown>>;
  readonly sources: readonly PartSource[];
  readonly empty: Readonly<Record<string, string>>;
}

/** Each part of the scenario, or that of its block. */
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

/** A function is called for each scenario: a lazy that is made for this one alone. */
export function madeLater(part: unknown): unknown {
  return typeof part === 'function' ? lazy(part as Parameters<typeof lazy>[0]) : part;
}

/** The arguments that resolved parts make: their names on the wire, times in whole seconds. */
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
    what: `\`preflightTimeout\` came to ${describeGiven(milliseconds)}, so nothing was sent.`,
    why: 'it is a number of milliseconds, at least 1,000 unless `allowShortTimeout` is true.',
    fix: isTime ? `did you mean ${milliseconds}_000?` : 'return a number.',
  });
}
