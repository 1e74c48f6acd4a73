import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { LearntSecret } from '../../redaction/text/known-secrets';
import { guardianFile } from './guardian-file';
import type { GuardianNews, GuardianOrder, GuardianReport, ProcessEnd } from './guardian-messages';
import { ServiceProcesses } from './service-processes';

/** How much longer than the grace period the guardian may take before it counts as stuck. */
const MARGIN_MS = 2_000;
/** An exiting process can only wait by blocking, and the user waits with it. */
const EXIT_GRACE_MS = 1_000;

/** A process and its guardian, seen from the Jest process. Neither keeps the Jest process alive. */
export class GuardedProcess {
  /** How the process ended; `undefined` while it runs. */
  end: ProcessEnd | undefined;
  /** Resolves when the process has ended. */
  readonly ended: Promise<ProcessEnd>;

  readonly #guardian: ChildProcess;
  readonly #guardianGone: Promise<void>;
  readonly #order: GuardianOrder;
  #processes: ServiceProcesses | undefined;
  readonly #learning: (() => void)[] = [];
  #setEnd: (end: ProcessEnd) => void = () => undefined;

  /** @param logFile The descriptor of the open log file. */
  constructor(order: GuardianOrder, logFile: number) {
    this.#order = order;
    this.ended = new Promise((resolve) => {
      this.#setEnd = (end) => resolve((this.end ??= end));
    });
    // NODE_OPTIONS is meant for the service: a debugger would stop the guardian, and a loader would slow it down.
    const { NODE_OPTIONS: _forTheService, ...env } = order.env;
    const stdio = ['pipe', 'pipe', logFile] as const;
    this.#guardian = spawn(process.execPath, [guardianFile()], { detached: true, stdio: [...stdio], env });
    this.#guardianGone = this.#watch();
    this.#lifeline.write(`${JSON.stringify(order)}\n`);
    this.#keepJestAlive(false);
  }

  /** The process id of the guardian, which started just before the service. */
  get guardianPid(): number {
    return this.#guardian.pid ?? 0;
  }

  /** Redacts these secrets in the log from now on. Resolves when the guardian has confirmed or is gone. */
  async learn(secrets: readonly LearntSecret[]): Promise<void> {
    const news: GuardianNews = { secrets };
    const learnt = new Promise<void>((resolve) => this.#learning.push(resolve));
    this.#lifeline.write(`${JSON.stringify(news)}\n`);
    await Promise.race([learnt, this.#guardianGone]);
  }

  /** Stops the whole process group: the stop signal first, SIGKILL after the grace period. Safe to call again. */
  async stop(): Promise<void> {
    this.#keepJestAlive(true);
    this.#lifeline.write('stop\n');
    let timer: NodeJS.Timeout | undefined;
    const stuck = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, this.#order.graceMs + MARGIN_MS);
    });
    await Promise.race([this.#guardianGone, stuck]);
    clearTimeout(timer);
    this.killNow();
    this.#keepJestAlive(false);
  }

  /** The same, synchronously, for `process.on('exit')`; SIGKILL follows after one second at most. */
  stopNow(): void {
    if (this.#processes === undefined) return;
    this.#processes.signal(this.#order.stopSignal as NodeJS.Signals);
    const deadline = performance.now() + EXIT_GRACE_MS;
    while (this.#processes.isAlive() && performance.now() < deadline) sleepNow(10);
    this.killNow();
  }

  /**
   * Kills the whole group at once. A service that is still being spawned is left to its guardian, whose lifeline
   * closes.
   */
  killNow(): void {
    if (this.#processes === undefined) return;
    this.#processes.signal('SIGKILL');
    this.#guardian.kill('SIGKILL');
  }

  get #lifeline(): Writable {
    return this.#guardian.stdin as Writable;
  }

  #watch(): Promise<void> {
    const reports = this.#guardian.stdout as Readable;
    let unread = '';
    reports.setEncoding('utf8').on('data', (text: string) => {
      const lines = (unread + text).split('\n');
      unread = lines.pop() ?? '';
      for (const line of lines) this.#hear(JSON.parse(line) as GuardianReport);
    });
    // Writing to a guardian that has just exited fails; its `close` event reports the exit.
    this.#lifeline.on('error', () => undefined);

    return new Promise((resolve) => {
      this.#guardian.once('error', ({ message }) => {
        this.#setEnd({ kind: 'failed', code: 'GUARDIAN', message });
        resolve();
      });
      this.#guardian.once('close', (code, signal) => {
        // It exits without a report only if it was killed; the service must not outlive it.
        if (this.end === undefined) this.killNow();
        this.#setEnd({ kind: 'exited', code, signal });
        // The process id may soon be reused.
        this.#processes = undefined;
        resolve();
      });
    });
  }

  #hear(report: GuardianReport): void {
    if (report.kind === 'started') this.#processes = new ServiceProcesses(report.pid, this.#order.mark);
    else if (report.kind === 'learnt') this.#learning.shift()?.();
    else this.#setEnd(report);
  }

  #keepJestAlive(yes: boolean): void {
    for (const handle of [this.#guardian, this.#guardian.stdin, this.#guardian.stdout] as unknown as NodeJS.Timeout[]) {
      if (yes) handle.ref();
      else handle.unref();
    }
  }
}

function sleepNow(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
