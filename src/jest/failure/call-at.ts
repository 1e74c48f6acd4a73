import { runInThisContext } from 'node:vm';
import type { GeneratedPlace } from '../../call-site';
import type { Place } from './scenario-places';

const SOURCE = '(callee, args) => callee(...args)';

/**
 * Calls `callee` so that `place` appears to be its caller. Jest takes a test's location from the frame that called
 * `test`, which would otherwise be ours.
 *
 * For a place in the source, the file name contains a `/./`: Jest reads the same file, but finds no source map under that
 * name. A place in generated code keeps its name, so that Jest maps it if necessary.
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
  // Jest captures up to 100 frames, but only `place` is the user's.
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  try {
    call(callee as (...args: unknown[]) => unknown, args);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

type Call = (callee: (...args: unknown[]) => unknown, args: unknown[]) => void;

/** All scenarios of another file share one place. */
const compiled = new WeakMap<object, Call>();

function compileAt(place: Place | GeneratedPlace): Call {
  const { file, line, column } = place;
  return runInThisContext(SOURCE, {
    filename: 'isGenerated' in place ? file : file.replace(/([\\/])([^\\/]*)$/, '$1.$1$2'),
    lineOffset: line - 1,
    columnOffset: column - 1 - SOURCE.indexOf('callee(...'),
  }) as Call;
}
