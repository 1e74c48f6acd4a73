import { printValue } from '../../assertions/values/print';
import { isErrorLike, stackFrames, withFrames, withoutOwnFrames } from '../../errors';
import { safeError } from '../../safe-error';
import { isForeignFrame } from './foreign-frame';
import { framePlace } from './scenario-places';

/** The hook that threw, and the stack line of the block that it belongs to. */
export interface ThrowingHook {
  readonly name: string;
  readonly blockFrame: () => string | undefined;
}

/**
 * What a user's hook threw, as Jest may print it: without secrets and without our own stack lines. The error of a
 * connection has no line of the user's code at all, and a thrown string has none; they get that of the block, with
 * the name of the hook.
 */
export function hookError(thrown: unknown, hook: ThrowingHook): Error {
  const safe = safeError(thrown);
  const error = isErrorLike(safe)
    ? cleaned(thawed(safe), new Set())
    : withFrames(new Error(`thrown: ${printValue(safe)}`));
  const frames = stackFrames(error);
  if (!frames.every(isForeignFrame)) return error;
  const place = framePlace(hook.blockFrame() ?? '');
  if (place === undefined) return error;
  const head = (error.stack ?? '').split('\n').filter((line) => !frames.includes(line));
  const inBlock = `    at ${hook.name} (${place.file}:${place.line}:${place.column})`;
  Reflect.set(error, 'stack', [...head, inBlock, ...frames].join('\n'));
  return error;
}

/** A copy of a frozen error, with what Jest prints of it. */
function thawed(error: Error): Error {
  if (!Object.isFrozen(error)) return error;
  const { name, message, stack = '', cause } = error;
  return Object.assign(new Error(message, { cause }), { name, stack });
}

/** The same error without our own lines, also in the errors that it contains, which Jest prints too. */
function cleaned(error: Error, seen: Set<unknown>): Error {
  if (seen.has(error)) return error;
  seen.add(error);
  Reflect.set(error, 'stack', withoutOwnFrames(error.stack ?? `${error.name}: ${error.message}`));
  const { errors } = error as { readonly errors?: unknown };
  for (const inner of [error.cause, ...(Array.isArray(errors) ? (errors as unknown[]) : [])]) {
    if (isErrorLike(inner)) cleaned(inner, seen);
  }
  return error;
}
