import { runInThisContext } from 'node:vm';
import type { GeneratedPlace } from '../../call-site';
import type { Place } from './scenario-places';

const SOURCE = '(callee, args) => callee(...args)';

/**
 * Calls `callee` so that it sees `place` as its caller: Jest takes a test's location from the frame that called `test`,
 * and that would be ours.
 *
 * A place in the source has its file's name written with a `/./`: Jest reads the same file, but has no source map by that
 * name. A generated one is for Jest to map, if somebody asks.
 */
export function callAt<Args extends unknown[]>(
  place: Place | GeneratedPlace | undefined,
  callee: (...args: Args) => unknown,
  ...args: Args
): void {
  if (place === undefined) {
    callee(...args);
    return;
  }
  const call = compiled.get(place) ?? compileAt(place);
  compiled.set(place, call);
  call(callee as (...args: unknown[]) => unknown, args);
}

type Call = (callee: (...args: unknown[]) => unknown, args: unknown[]) => void;

/** All scenarios of another file are called from one place. */
const compiled = new WeakMap<object, Call>();

function compileAt(place: Place | GeneratedPlace): Call {
  const { file, line, column } = place;
  return runInThisContext(SOURCE, {
    filename: 'isGenerated' in place ? file : file.replace(/([\\/])([^\\/]*)$/, '$1.$1$2'),
    lineOffset: line - 1,
    columnOffset: column - 1 - SOURCE.indexOf('callee(...'),
  }) as Call;
}
