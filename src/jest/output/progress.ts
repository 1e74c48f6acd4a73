// A test's fake timers must not stop ours.
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import { MOST_COLUMNS, wrapLines } from '../../wrap-lines';
import { writeStderr } from './write-stderr';

const FIRST_AFTER_MS = 2_000;
const THEN_EVERY_MS = 10_000;
const PREFIX = 'jest-connector: ';

/** Prints a line about the run; a long one is broken. */
export function notice(line: string): void {
  const lines = `${PREFIX}${line}`.split('\n').map((each) => wrapLines(each, { columns: MOST_COLUMNS, indent: '  ' }));
  print(lines.join('\n'));
}

function print(text: string): void {
  // The terminal's current line shows Jest's "Determining test suites to run...", which should be overwritten.
  const overwrite = process.stderr.isTTY ? '\r\u001B[K' : '';
  writeStderr(`${overwrite}${text}\n`);
}

/** If `work` takes longer than two seconds, prints what it is waiting for; repeats that every ten seconds. */
export async function withProgress<Value>(waitingFor: () => string, work: () => Promise<Value>): Promise<Value> {
  const began = performance.now();
  const report = (): void => {
    print(`${PREFIX}${waitingFor()} (after ${Math.round((performance.now() - began) / 1_000)} s)`);
    timer = setTimeout(report, THEN_EVERY_MS);
  };
  let timer = setTimeout(report, FIRST_AFTER_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
