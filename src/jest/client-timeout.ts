import { performance } from 'node:perf_hooks';
import type { RequestTime } from '../client/requester';
import { DEFAULTS } from '../defaults';
import { notice } from './output/progress';
import { currentTestFile, type TimeLimit } from './test-file';

/** Makes our message appear before Jest's. */
const MARGIN_MS = 100;

let reported = false;

/**
 * The time limit of a request in a hand-written test. By default, the request times out before Jest's limit for the test,
 * so that the failure names the request.
 */
export function clientTimeout(given: number | undefined): RequestTime {
  const limit = currentTestFile()?.limit();
  if (given !== undefined) {
    if (limit && given > limit.milliseconds) reportOnce(given, limit);
    return { milliseconds: given };
  }
  const left = limit ? beforeEnd(limit) : Infinity;
  if (limit === undefined || left >= DEFAULTS.timeout) return { milliseconds: DEFAULTS.timeout };
  return {
    milliseconds: left,
    endsAt: performance.now() + left,
    raise: `Jest’s limit of ${text(limit.milliseconds)} for this test or hook: its last argument, jest.setTimeout() or \`testTimeout\``,
  };
}

/** Leaves some time even at the very end of a test. */
function beforeEnd({ endsAt }: TimeLimit): number {
  const left = endsAt - performance.now();
  return Math.max(1, left - MARGIN_MS, left / 2);
}

function reportOnce(given: number, { milliseconds }: TimeLimit): void {
  if (reported) return;
  reported = true;
  notice(
    `the client’s timeout of ${text(given)} is longer than Jest’s limit of ${text(milliseconds)}.\n` +
      '  Why: Jest ends the test or hook before the request times out.\n' +
      '  Fix: lower the timeout, or raise Jest’s limit (last argument of the test, jest.setTimeout()\n' +
      '       or `testTimeout`).',
  );
}

function text(milliseconds: number): string {
  return `${Math.round(milliseconds).toLocaleString('en-US')} ms`;
}
