import type { ChannelAddress } from '../../service/run/run-state';
import { isText } from '../../validation/shape';
import { notice } from '../output/progress';
import { channelClient } from './channel-client';
import type { ConnectionHandler } from './channel-server';

const printedHere = new Set<string>();

/** Prints a line once per run, even if several test files report it; once per test file if there is no channel. */
export function noticeOnce(line: string, channel: ChannelAddress | undefined): void {
  if (channel === undefined) printOnce(line, printedHere);
  else void channelClient(channel).send({ kind: 'notice', line });
}

/** Creates the main process's handlers of the lines that workers report. */
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
