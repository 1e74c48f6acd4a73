import { isErrorLike, stackFrames, withoutOwnFrames } from '../../errors';
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
 * connection has no line of the user's code at all; it gets that of the block, with the name of the hook.
 */
export function hookError(thrown: unknown, { name, blockFrame }: ThrowingHook): unknown {
  const error = safeError(thrown);
  if (!isErrorLike(error)) return error;
  const frames = stackFrames(error);
  const head = withoutOwnFrames(error.stack ?? `${error.name}: ${error.message}`)
    .split('\n')
    .filter((line) => !frames.includes(line));
  const place = frames.every(isForeignFrame) ? framePlace(blockFrame() ?? '') : undefined;
  const inBlock = place === undefined ? [] : [`    at ${name} (${place.file}:${place.line}:${place.column})`];
  // A frozen error stays as it is.
  Reflect.set(error, 'stack', [...head, ...inBlock, ...frames].join('\n'));
  return error;
}
