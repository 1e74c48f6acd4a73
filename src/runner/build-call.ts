import type { ApiName } from '../apis/connector-apis';
import type { CallOptions } from '../client/client-options';
import type { ResolvedOptions } from '../config/resolve-options';
import { withDeadline } from '../deadline';
import { ConnectorTestError, isConnectorTestError, isErrorLike, stackFrames } from '../errors';
import type { LazyInput } from '../lazy';
import { describeGiven } from '../problems';
import type { ApiScenario } from '../scenario/scenario';
import { isRecord } from '../shape';
import { findUnsendable } from './find-unsendable';
import { hasLazy, resolveLazies } from './resolve-lazies';

/** A scenario of any API. */
export type AnyApiScenario = ApiScenario<ApiName>;

/** What a scenario asks the client for: everything resolved, nothing lazy. */
export interface Call {
  readonly args: unknown;
  readonly options: CallOptions;
}

type BlockOptions = Pick<ResolvedOptions, 'headers' | 'query' | 'timeout' | 'hookTimeout'>;

/**
 * Resolves a scenario's lazies and makes sure that JSON can carry what they made.
 *
 * @throws ConnectorTestError LAZY_FAILED, HOOK_TIMEOUT (a lazy that does not settle) or INVALID_ARGS.
 */
export async function buildCall(
  scenario: AnyApiScenario,
  block: BlockOptions,
  input: LazyInput<object>,
): Promise<Call> {
  const [args, headers, query] = await settled(
    [
      scenario.args ?? configArgs(scenario),
      [block.headers, scenario.headers ?? {}],
      [block.query, scenario.query ?? {}],
    ],
    block,
    input,
  );
  return {
    args: sendable('args', args),
    options: {
      headers: texts('headers', headers),
      query: texts('query', query),
      timeout: scenario.timeout ?? block.timeout,
      endpoint: scenario.endpoint,
      entrypoint: scenario.entrypoint,
    },
  };
}

/** The parts that a `config` scenario may give instead of `args`. */
function configArgs({ configAction, configWorkflowId, configPayload }: AnyApiScenario): Record<string, unknown> {
  return {
    ...(configAction === undefined ? {} : { configAction }),
    ...(configWorkflowId === undefined ? {} : { configWorkflowId }),
    ...(configPayload === undefined ? {} : { configPayload }),
  };
}

async function settled(
  parts: readonly unknown[],
  { hookTimeout }: BlockOptions,
  input: LazyInput<object>,
): Promise<readonly unknown[]> {
  if (!hasLazy(parts)) return parts;
  try {
    const made = resolveLazies(parts, input);
    return (await withDeadline(made, hookTimeout, () => tooSlow(hookTimeout))) as readonly unknown[];
  } catch (error) {
    throw isConnectorTestError(error) ? error : lazyFailed(error);
  }
}

function sendable(field: string, value: unknown): unknown {
  if (!isRecord(value) && !Array.isArray(value)) throw noArgs(field, value);
  const unsendable = findUnsendable(value, field);
  if (unsendable.length > 0) throw unsendableError(unsendable);
  return value;
}

function texts(field: string, layers: unknown): Record<string, string> {
  // Each layer by itself: a lazy that forgot its return would vanish when it is merged.
  const checked = (layers as readonly unknown[]).map((layer) => {
    if (!isRecord(layer)) throw noArgs(field, layer);
    return sendable(field, layer) as Record<string, unknown>;
  });
  const merged: Record<string, unknown> = Object.assign({}, ...checked);
  const wrong = Object.entries(merged).filter(([, value]) => typeof value === 'object');
  if (wrong.length > 0) {
    throw unsendableError(
      wrong.map(([name, value]) => ({ path: `${field}.${name}`, what: `${describeGiven(value)}, and no text` })),
    );
  }
  return Object.fromEntries(Object.entries(merged).map(([name, value]) => [name, String(value)]));
}

function tooSlow(hookTimeout: number): ConnectorTestError {
  return new ConnectorTestError('HOOK_TIMEOUT', {
    what: `A lazy did not settle within ${hookTimeout} ms, so nothing was sent.`,
    fix: 'look for a promise that is never resolved, or raise `hookTimeout`.',
  });
}

function lazyFailed(error: unknown): ConnectorTestError {
  const failure = new ConnectorTestError('LAZY_FAILED', {
    what: 'A lazy threw, so nothing was sent.',
    why: errorText(error),
    fix: 'the value is made when the scenario runs: check what the lazy reads.',
  });
  // The line where the user's lazy threw says more than the place where it was awaited.
  if (isErrorLike(error)) failure.stack = [`${failure.name}: ${failure.message}`, ...stackFrames(error)].join('\n');
  return failure;
}

function errorText(error: unknown): string {
  return isErrorLike(error) ? `${error.name}: ${error.message}` : String(error);
}

function unsendableError(found: readonly { readonly path: string; readonly what: string }[]): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: 'The arguments hold values that JSON cannot carry, so nothing was sent.',
    why: found.map(({ path, what }) => `${path} is ${what}`).join('\n'),
    fix: found.some(({ what }) => what === 'undefined')
      ? 'is an environment variable missing (a .env file that was not loaded)? Write null to send a null, or leave the key out.'
      : 'convert the value, or leave the key out.',
  });
}

function noArgs(field: string, made: unknown): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: `\`${field}\` must be an object, so nothing was sent.`,
    why: `the lazy made ${describeGiven(made)}.`,
    fix: 'return an object; `lazy(() => { … })` without `return` makes undefined, `lazy(() => ({ … }))` an object.',
  });
}
