import type { MatcherContext } from 'expect';
import type { RecordSource } from '../src/output/each-record';
import { isText } from '../src/shape';
import { misuse } from './arguments';
import type { MatcherCall } from './message';

/** Throws unless the received value is the path of an output, or a list of records. */
export function requireRecords(
  context: MatcherContext,
  call: MatcherCall,
  received: unknown,
): asserts received is RecordSource {
  if (isText(received) || Array.isArray(received)) return;
  throw misuse(context, call, {
    what: 'the received value is no output.',
    why: `it must be the path of a folder or file, or a list of records; it was ${context.utils.stringify(received)}.`,
    fix: `expect('./local/output/transformed').${call.matcher.name}(…)`,
  });
}
