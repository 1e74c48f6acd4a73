import type { RawBody } from '../../apis/api-definition';
import type { Overrides } from '../../apis/overrides';
import { withDeadline } from '../../deadline';
import { defined } from '../../defined';
import { ConnectorTestError } from '../../errors';
import type { AnyApiScenario } from '../../scenario/scenario';
import { isRawBody } from '../../validation/field-rules';
import { describeGiven } from '../../validation/problems';
import { hookTooSlow, threw } from './build-errors';
import { type Origins, sendable } from './sendable-args';

const CHANGE_ARGS = { first: '`changeArgs`', inside: '`changeArgs`' };

/** What the scenario sends instead of what its API would; `rawBody` without lazies. */
export function overridesOf({ method }: AnyApiScenario, rawBody: unknown): Overrides {
  if (rawBody !== undefined && !isRawBody(rawBody)) throw notRaw(rawBody);
  return defined({ method, rawBody: rawBody as RawBody | undefined });
}

/** The arguments as JSON, changed by a scenario's `changeArgs`. */
export async function changedArgs(
  changeArgs: NonNullable<AnyApiScenario['changeArgs']>,
  { args, ...origins }: Origins & { readonly args: unknown },
  hookTimeout: number,
): Promise<unknown> {
  // An empty variable stays undefined here: the change may leave its credential out.
  const changing = Promise.resolve().then(() => changeArgs(args));
  const changed = await withDeadline(changing, hookTimeout, () => hookTooSlow(CHANGE_ARGS, hookTimeout)).catch(
    (error: unknown) => {
      throw threw(CHANGE_ARGS, error);
    },
  );
  return sendable('args', changed, origins);
}

function notRaw(made: unknown): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: `Invalid \`rawBody\`: expected a string or bytes, but the lazy returned ${describeGiven(made)}; nothing was sent.`,
    fix: 'return a string or a Buffer.',
  });
}
