import { resolve } from 'node:path';
import type { MatcherContext } from 'expect';
import type { RecordSource } from '../../src/output/read/each-record';
import { readRunState, type RunState } from '../../src/service/run/run-state';
import { isText } from '../../src/validation/shape';
import { misuse } from './arguments';
import type { MatcherCall } from './message';

/** Throws unless the received value is the path of an output or a list of records. */
export function requireRecords(
  context: MatcherContext,
  call: MatcherCall,
  received: unknown,
): asserts received is RecordSource {
  if (isText(received) || Array.isArray(received)) return;
  throw misuse(context, call, {
    what: "the received value isn't an output.",
    why: `expected the path of a folder or file, or a list of records, received ${context.utils.stringify(received)}.`,
    fix: `expect('./local/output/transformed').${call.matcher.name}(…)`,
  });
}

/** The state that global setup stored for the test's project. */
export function runOf({ testPath }: MatcherContext): RunState | undefined {
  return readRunState({ globals: globalThis, testPath });
}

/** Resolves a path against the project's `rootDir`; returns records unchanged. */
export function fromRootDir<Source>(run: RunState | undefined, source: Source): Source | string {
  return typeof source === 'string' ? resolve(run?.project?.rootDir ?? '.', source) : source;
}
