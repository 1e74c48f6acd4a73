#!/usr/bin/env node
import { runCli } from './run-cli';

// Not `process.exit`, which would cut output that a pipe has not taken yet.
void runCli(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
