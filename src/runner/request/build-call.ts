import { randomUUID } from 'node:crypto';
import { type Overrides, replacesBody } from '../../apis/overrides';
import { partsOf } from '../../apis/request-parts';
import type { ResolvedOptions } from '../../config/resolve-options';
import { withDeadline } from '../../deadline';
import { ConnectorTestError } from '../../errors';
import { unsendableError } from '../../json/find-unsendable';
import type { LazyInput } from '../../lazy';
import type { AnyApiScenario } from '../../scenario/scenario';
import { describeGiven } from '../../validation/problems';
import { isRecord, isText } from '../../validation/shape';
import { type BlockParts, buildArgs, chooseParts, madeLater } from './build-args';
import { hookTooSlow, threw } from './build-errors';
import type { Call, PartsListener } from './call';
import { changedArgs, overridesOf } from './override-request';
import { hasLazy, resolveLazies } from './resolve-lazies';
import { noArgs, sendable } from './sendable-args';

type BlockOptions = Pick<ResolvedOptions, 'headers' | 'query' | 'timeout' | 'correlationHeader'> & BlockParts;

/** Not validated again for each scenario. */
const NO_TEXTS: Readonly<Record<string, string>> = {};

const LAZY = { first: 'A lazy', inside: 'the lazy' };

/**
 * Resolves a scenario's `args`, or builds them from its parts, its block's parts and the environment. Then checks that the
 * result can be sent as JSON.
 *
 * @param onParts Called with the source of each part, before the parts are validated.
 * @throws ConnectorTestError LAZY_FAILED, HOOK_TIMEOUT (a lazy doesn't settle) or INVALID_ARGS.
 */
export async function buildCall(
  scenario: AnyApiScenario,
  block: BlockOptions,
  { onParts, ...input }: LazyInput<object> & { readonly onParts?: PartsListener | undefined },
): Promise<Call> {
  const chosen = buildsFromParts(scenario) ? chooseParts(scenario, block) : undefined;
  const parts = [
    chosen === undefined ? (scenario.args ?? NO_ARGS) : chosen.values,
    [correlation(block), block.headers, scenario.headers ?? NO_TEXTS],
    [block.query, scenario.query ?? NO_TEXTS],
    madeLater(chosenEntrypoint(scenario, block)),
    scenario.rawBody,
  ];
  const [given, headers, query, entrypoint, rawBody] = hasLazy(parts) ? await settled(parts, block, input) : parts;
  const built =
    chosen && (await buildArgs(scenario, { ...chosen, values: given as object }, { block, context: input.context }));
  if (built) onParts?.(built.sources);
  const { args, empty } = built ?? { args: given, empty: undefined };
  const { changeArgs, needs } = scenario;
  const origins = { empty, needs };
  return {
    args:
      changeArgs === undefined
        ? sendable('args', args, origins)
        : await changedArgs(changeArgs, { args, ...origins }, block.hookTimeout),
    options: {
      headers: texts('headers', headers),
      query: texts('query', query),
      timeout: scenario.timeout ?? block.timeout,
      endpoint: scenario.endpoint,
      entrypoint: entrypointText(entrypoint),
      ...overridesOf(scenario, rawBody),
    },
  };
}

const NO_ARGS = {};

/** A request without a body of arguments needs no credentials, but `config` needs its id. */
function buildsFromParts(scenario: AnyApiScenario): boolean {
  return scenario.args === undefined && (scenario.api === 'config' || !replacesBody(scenario as Overrides));
}

/** All requests of a scenario have the same id; a header of that name set by the user wins over it. */
function correlation({ correlationHeader }: BlockOptions): Readonly<Record<string, string>> {
  return correlationHeader === undefined ? NO_TEXTS : { [correlationHeader]: randomUUID() };
}

/** An `endpoint` is a complete path, so the block's entry point doesn't apply to it, nor to a custom API. */
function chosenEntrypoint({ api, endpoint, entrypoint }: AnyApiScenario, block: BlockOptions): unknown {
  if (entrypoint !== undefined || endpoint !== undefined || block.entrypoint === undefined) return entrypoint;
  return partsOf(api).some(([part]) => part === 'credentials') ? block.entrypoint : undefined;
}

function entrypointText(made: unknown): string | undefined {
  if (made === undefined || isText(made)) return made;
  throw new ConnectorTestError('INVALID_ARGS', {
    what: `Invalid \`entrypoint\`: expected a string, but the lazy returned ${describeGiven(made)}; nothing was sent.`,
    fix: 'return the name of one of the app’s entry points.',
  });
}

async function settled(
  parts: readonly unknown[],
  { hookTimeout }: BlockOptions,
  input: LazyInput<object>,
): Promise<readonly unknown[]> {
  try {
    const made = resolveLazies(parts, input);
    return (await withDeadline(made, hookTimeout, () => hookTooSlow(LAZY, hookTimeout))) as readonly unknown[];
  } catch (error) {
    throw threw(LAZY, error);
  }
}

function texts(field: string, layers: unknown): Readonly<Record<string, string>> {
  if ((layers as readonly unknown[]).every(isEmpty)) return NO_TEXTS;
  // Each layer separately: an `undefined` from a lazy without `return` would be lost in a merge.
  const checked = (layers as readonly unknown[]).map((layer) => {
    if (layer === NO_TEXTS) return NO_TEXTS;
    const made = sendable(field, layer);
    if (!isRecord(made)) throw noArgs(field, layer);
    return made;
  });
  const given: Record<string, unknown> = Object.assign({}, ...(layers as readonly object[]));
  const wrong = Object.entries(given).filter(([, value]) => typeof value === 'object');
  if (wrong.length > 0) {
    throw unsendableError(
      wrong.map(([name, value]) => ({ path: `${field}.${name}`, what: `${describeGiven(value)}, expected a string` })),
    );
  }
  const merged: Record<string, unknown> = Object.assign({}, ...checked);
  return Object.fromEntries(Object.entries(merged).map(([name, value]) => [name, String(value)]));
}

function isEmpty(layer: unknown): boolean {
  if (typeof layer !== 'object' || layer === null) return false;
  return Object.getPrototypeOf(layer) === Object.prototype && Reflect.ownKeys(layer).length === 0;
}
