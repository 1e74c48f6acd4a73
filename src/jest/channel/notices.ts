import type { ChannelAddress } from '../../service/run/run-state';
import { isText } from '../../validation/shape';
import { notice } from '../output/progress';
import { channelClient } from './channel-client';
import type { ConnectionHandler } from './channel-server';

const printedHere = new Set<string>();

/** Prints a line once per run, however many test files have it; once per test file where no channel was opened. */
export function noticeOnce(line: string, channel: ChannelAddress | undefined): void {
  if (channel === undefined) printOnce(line, printedHere);
  else void channelClient(channel).send({ kind: 'notice', line });
}

/** Makes the handlers, in the main process, of the lines that workers report. */
export function noticesHandlers(): () => ConnectionHandler {
  const printed = new Set<string>();
  return () => ({
    receive: ({ line }) => {
      if (isText(line)) printOnce(line, printed);
    },
  });
}

function printOnce(line: string, printed: Set<string>): void {
  if (printed.has(line)) return;
  printed.add(line);
  notice(line);
}
