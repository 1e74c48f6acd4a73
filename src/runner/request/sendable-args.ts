import { ConnectorTestError } from '../../errors';
import { type Unsendable, unsendableError } from '../../json/find-unsendable';
import { sendableCopy } from '../../json/sendable-copy';
import { describeGiven } from '../../validation/problems';

/** Possible reasons for a missing value. */
export interface Origins {
  /** Empty variables, by the path of the value that they leave undefined. */
  readonly empty?: Readonly<Record<string, string>> | undefined;
  /** The scenarios whose responses a lazy may have read. */
  readonly needs?: readonly string[] | undefined;
}

/** `value` as JSON has it. @throws ConnectorTestError INVALID_ARGS, if it is not an object or can't be sent unchanged. */
export function sendable(field: string, value: unknown, origins: Origins = {}): unknown {
  if (typeof value !== 'object' || value === null) throw noArgs(field, value);
  const { empty = {} } = origins;
  const { json, unsendable } = sendableCopy(value, field);
  if (unsendable.length > 0) {
    const found = unsendable.map((each) => {
      const variable = empty[each.path];
      return variable === undefined ? each : { ...each, variable, what: `${each.what}: ${variable} is empty` };
    });
    throw unsendableError(found, fixBy(found, origins.needs));
  }
  if (typeof json !== 'object') throw noArgs(field, value);
  return json;
}

function fixBy(
  found: readonly (Unsendable & { readonly variable?: string })[],
  needs: readonly string[] | undefined,
): string | undefined {
  if (found.some(({ variable }) => variable !== undefined)) {
    return 'set the variable to a value, or unset it to omit the credential.';
  }
  if (needs === undefined || !found.some(({ isUndefined }) => isUndefined)) return undefined;
  return `if it is read from \`results\`, check the response of ${needs.join(', ')}; if from an environment variable, set the variable.`;
}

/** The error for a lazy that didn't return an object. */
export function noArgs(field: string, made: unknown): ConnectorTestError {
  return new ConnectorTestError('INVALID_ARGS', {
    what: `\`${field}\` must be an object; nothing was sent.`,
    why: `the lazy returned ${describeGiven(made)}.`,
    fix: 'return an object: `lazy(() => ({ … }))`. Without `return`, `lazy(() => { … })` returns undefined.',
  });
}
