/*
 * A process of its own between Jest and a service. Jest can be killed in ways that leave it no time to stop what it
 * started; the guardian notices, for its standard input, the lifeline, then ends. It runs the service in a process group
 * of its own, tells on its standard output how that ended, and leaves only when the whole group is gone.
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
/** What the service wrote last may still be on its way; a child that keeps its output open must not be waited for. */
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
    // Tests only lose a sentence by it; the service's processes must still be ended.
    writeSync(LOG, `${new Date().toISOString()} jest-connector: its end could not be noted: ${String(error)}\n`);
  }
}

/** Each line with its time, without the secrets of the service's environment. */
function keepLines(output: NodeJS.ReadableStream): void {
  const lines = new StampedLines((text) => {
    beginAnewWhenFull();
    writeSync(LOG, redactText(text));
  }, lineRedactor());
  output.setEncoding('utf8');
  output.on('data', (piece: string) => lines.add(piece));
  output.once('end', () => lines.end());
}

/** The newest is what counts; nobody wants a full disk for what a service says in a loop. */
function beginAnewWhenFull(): void {
  if (fstatSync(LOG).size < LARGEST_LOG) return;
  ftruncateSync(LOG);
  writeSync(LOG, `${new Date().toISOString()} jest-connector: what stood here was over 50 MB, and is left out.\n`);
}

function report(message: GuardianReport): void {
  try {
    writeSync(STANDARD_OUTPUT, `${JSON.stringify(message)}\n`);
  } catch {
    // Its reader is gone, and with it the need to know; the lifeline says so too.
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
  // After an order to stop, Jest ends as it should.
  if (!isClearing && processes !== undefined) {
    writeSync(
      LOG,
      `${new Date().toISOString()} jest-connector: Jest has ended without stopping this; it is stopped now.\n`,
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
