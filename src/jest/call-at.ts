import { runInThisContext } from 'node:vm';
import type { Place } from './scenario-places';

const SOURCE = '(callee, args) => callee(...args)';

/**
 * Calls `callee` so that it sees `place` as its caller: Jest takes a test's location from the frame that called `test`,
 * and that would be ours.
 *
 * The file's name is written with a `/./`: Jest reads the same file, but has no source map by that name, for `place` is
 * in the source already.
 */
export function callAt<Args extends unknown[]>(
  place: Place | undefined,
  callee: (...args: Args) => unknown,
  ...args: Args
): void {
  if (place === undefined) {
    callee(...args);
    return;
  }
  const { file, line, column } = place;
  const call = runInThisContext(SOURCE, {
    filename: file.replace(/([\\/])([^\\/]*)$/, '$1.$1$2'),
    lineOffset: line - 1,
    columnOffset: column - 1 - SOURCE.indexOf('callee(...'),
  }) as (callee: (...args: Args) => unknown, args: Args) => void;
  call(callee, args);
}
