import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { LearntSecret } from '../../redaction/text/known-secrets';
import { guardianFile } from './guardian-file';
import type { GuardianNews, GuardianOrder, GuardianReport, ProcessEnd } from './guardian-messages';
import { ServiceProcesses } from './service-processes';

/** What the guardian may take beyond the grace period before it counts as stuck. */
const MARGIN_MS = 2_000;
/** An exiting process can wait for nothing but the clock, and a person waits for it. */
const EXIT_GRACE_MS = 1_000;

/** A process with its guardian, as the Jest process sees it. Neither keeps the Jest process alive. */
export class GuardedProcess {
  /** How it ended; undefined while it runs. */
  end: ProcessEnd | undefined;
  /** Resolves when it has ended. */
  readonly ended: Promise<ProcessEnd>;

  readonly #guardian: ChildProcess;
  readonly #guardianGone: Promise<void>;
  readonly #order: GuardianOrder;
  #processes: ServiceProcesses | undefined;
  readonly #learning: (() => void)[] = [];
  #setEnd: (end: ProcessEnd) => void = () => undefined;

  /** @param logFile The open file that takes what the process writes. */
  constructor(order: GuardianOrder, logFile: number) {
    this.#order = order;
    this.ended = new Promise((resolve) => {
      this.#setEnd = (end) => resolve((this.end ??= end));
    });
    // Options for Node are meant for the service: a debugger's would stop the guardian, a loader's would slow it down.
    const { NODE_OPTIONS: _forTheService, ...env } = order.env;
    const stdio = ['pipe', 'pipe', logFile] as const;
    this.#guardian = spawn(process.execPath, [guardianFile()], { detached: true, stdio: [...stdio], env });
    this.#guardianGone = this.#watch();
    this.#lifeline.write(`${JSON.stringify(order)}\n`);
    this.#keepJestAlive(false);
  }

  /** Of its guardian, which began just before it did. */
  get guardianPid(): number {
    return this.#guardian.pid ?? 0;
  }

  /** Hides what tests have learnt in the log, from now on. Resolves when it does so, or is gone. */
  async learn(secrets: readonly LearntSecret[]): Promise<void> {
    const news: GuardianNews = { secrets };
    const learnt = new Promise<void>((resolve) => this.#learning.push(resolve));
    this.#lifeline.write(`${JSON.stringify(news)}\n`);
    await Promise.race([learnt, this.#guardianGone]);
  }

  /** Ends the whole process group: TERM, and KILL after the grace period. Safe to call again. */
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

  /** Ends the whole group before it returns, for `process.on('exit')`: TERM, and KILL after a second at most. */
  stopNow(): void {
    if (this.#processes === undefined) return;
    this.#processes.signal(this.#order.stopSignal as NodeJS.Signals);
    const deadline = performance.now() + EXIT_GRACE_MS;
    while (this.#processes.isAlive() && performance.now() < deadline) sleepNow(10);
    this.killNow();
  }

  /** Ends the whole group at once. A service that is only being spawned is left to its guardian, whose lifeline ends. */
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
    // Writing to a guardian that has just left fails; that it has left is told by its end.
    this.#lifeline.on('error', () => undefined);

    return new Promise((resolve) => {
      this.#guardian.once('error', ({ message }) => {
        this.#setEnd({ kind: 'failed', code: 'GUARDIAN', message });
        resolve();
      });
      this.#guardian.once('close', (code, signal) => {
        // It leaves without a word only when it was killed itself; what it guarded must not live on.
        if (this.end === undefined) this.killNow();
        this.#setEnd({ kind: 'exited', code, signal });
        // Its number may soon be another's.
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
