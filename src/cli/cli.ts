#!/usr/bin/env node
import { constants } from 'node:os';
import { endAll } from './interruption';
import { runCli } from './run-cli';

// A handler runs between two pieces of work, so files that are written in one piece are never left half-written.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void endAll(signal).then(() => process.exit(128 + constants.signals[signal])));
}

// Not `process.exit`, which would cut output that a pipe has not taken yet.
void runCli(process.argv.slice(2)).then((exitCode) => {
  // It is set already if the output could not be written.
  process.exitCode ||= exitCode;
});
