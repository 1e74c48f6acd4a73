/*
 * A separate process between Jest and a service. Jest can be killed without having time to stop what it started. The
 * guardian notices this because its standard input, the lifeline, closes. It runs the service in its own process group,
 * reports on standard output how the service ended, and exits only when the whole group is gone.
 */
import { spawn } from 'node:child_process';
import { fstatSync, ftruncateSync, rmSync, writeSync } from 'node:fs';
import { configureRedaction, lineRedactor, redactText, takeSecrets } from '../../redaction/process-redactor';
import { type NotedEnd, noteEnd } from '../logs/end-file';
import { StampedLines } from '../logs/stamped-lines';
import type { GuardianNews, GuardianOrder, GuardianReport } from './guardian-messages';
import { SERVICE_MARK } from './marked-processes';
import { ServiceProcesses } from './service-processes';

const POLL_EVERY_MS = 20;
const AFTER_KILL_MS = 1_000;
const LARGEST_LOG = 50_000_000;
/**
 * The service's last output may still be arriving. A child that keeps the output open must not delay the exit longer.
 */
const LAST_WORDS_MS = 300;
const STANDARD_OUTPUT = 1;
const LOG = 2;

let order: GuardianOrder | undefined;
let processes: ServiceProcesses | undefined;
let isOrphan = false;
let isClearing = false;

function begin(): void {
  if (order === undefined) return;
  const { command, cwd, mark, log } = order;
  const env = { ...order.env, [SERVICE_MARK]: mark };
  const isShell = typeof command === 'string';
  const [file = '', ...words] = isShell ? [command] : command;
  const service = spawn(file, words, { cwd, env, shell: isShell, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  configureRedaction(order.redaction);
  for (const output of [service.stdout, service.stderr]) keepLines(output);
  if (service.pid !== undefined) processes = new ServiceProcesses(service.pid, mark);

  service.once('spawn', () => report({ kind: 'started', pid: service.pid ?? 0 }));
  service.once('error', ({ code = '', message }: NodeJS.ErrnoException) => {
    report({ kind: 'failed', code, message });
    leave();
  });
  service.once('exit', (code, signal) => {
    const at = Date.now();
    const closed = new Promise((resolve) => service.once('close', resolve));
    const waited = new Promise((resolve) => setTimeout(resolve, LAST_WORDS_MS));
    void Promise.race([closed, waited]).then(() => {
      const end = { kind: 'exited', code, signal } as const;
      if (!isClearing) notifyWorkers(log, { end, at });
      report(end);
      void clear();
    });
  });
}

function notifyWorkers(log: string, noted: NotedEnd): void {
  try {
    noteEnd(log, noted);
  } catch (error) {
    // Failure messages only lose one sentence; the service's processes must still be stopped.
    writeSync(
      LOG,
      `${new Date().toISOString()} jest-connector: could not record how the process ended: ${String(error)}\n`,
    );
  }
}

/** Writes each line with a timestamp, without the secrets of the service's environment. */
function keepLines(output: NodeJS.ReadableStream): void {
  const lines = new StampedLines((text) => {
    beginAnewWhenFull();
    writeSync(LOG, redactText(text));
  }, lineRedactor());
  output.setEncoding('utf8');
  output.on('data', (piece: string) => lines.add(piece));
  output.once('end', () => lines.end());
}

/** Only the newest output matters, and a service that logs in a loop must not fill the disk. */
function beginAnewWhenFull(): void {
  if (fstatSync(LOG).size < LARGEST_LOG) return;
  ftruncateSync(LOG);
  writeSync(LOG, `${new Date().toISOString()} jest-connector: earlier output was over 50 MB and has been removed.\n`);
}

function report(message: GuardianReport): void {
  try {
    writeSync(STANDARD_OUTPUT, `${JSON.stringify(message)}\n`);
  } catch {
    // The reader is gone and no longer needs the report; the lifeline closes as well.
  }
}

async function clear(): Promise<void> {
  if (isClearing) return;
  isClearing = true;
  if (order !== undefined && processes !== undefined) {
    processes.signal(order.stopSignal as NodeJS.Signals);
    if (!(await areGone(processes, isOrphan ? order.orphanGraceMs : order.graceMs))) {
      processes.signal('SIGKILL');
      await areGone(processes, AFTER_KILL_MS);
    }
  }
  leave();
}

async function areGone(service: ServiceProcesses, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (service.isAlive()) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY_MS));
  }
  return true;
}

function leave(): void {
  if (isOrphan && order?.folder !== undefined) rmSync(order.folder, { recursive: true, force: true });
  process.exit();
}

function orphaned(): void {
  // After `stop`, it is expected that Jest exits.
  if (!isClearing && processes !== undefined) {
    writeSync(
      LOG,
      `${new Date().toISOString()} jest-connector: Jest exited without stopping this process; stopping it now.\n`,
    );
  }
  isOrphan = true;
  void clear();
}

let unread = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', (text: string) => {
  const lines = (unread + text).split('\n');
  unread = lines.pop() ?? '';
  for (const line of lines) {
    if (line === 'stop') void clear();
    else if (order !== undefined) {
      takeSecrets((JSON.parse(line) as GuardianNews).secrets);
      report({ kind: 'learnt' });
    } else {
      order = JSON.parse(line) as GuardianOrder;
      begin();
    }
  }
});
process.stdin.once('end', orphaned);
process.stdin.once('error', orphaned);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void clear());
