import { randomUUID } from 'node:crypto';
import { redactionSettings } from '../../redaction/process-redactor';
import type { LearntSecret } from '../../redaction/text/known-secrets';
import { openServiceLog, type ServiceLog } from '../logs/service-log';
import { probeService, type ServiceProbe } from '../probe-service';
import { GuardedProcess } from '../process/guarded-process';
import type { ProcessEnd } from '../process/guardian-messages';
import { stopOnExit } from '../process/stop-on-exit';
import { publishUrls, withdrawUrls } from '../run/run-folder';
import { hasEndedEarly, removeFolder, type RunningService, type ServiceSpec, type StartListener } from '../service';
import { endedEarlyError, type FailedStart, givenUpError, notReadyError, portInUseError } from '../service-errors';
import { hasOlderListener } from './older-listener';
import { portOf } from './port-of';

/** The time between SIGTERM and SIGKILL if Jest was killed: the next run must not find this run's processes. */
const LONGEST_ORPHAN_GRACE_MS = 2_000;

const POLL_EVERY_MS = 50;
/** A shorter probe leaves no time for a response. */
const SHORTEST_PROBE_MS = 50;
const PROBE_MS = 2_000;

/** A service that this process started. */
export class StartedService implements RunningService {
  readonly isAdopted = false;
  readonly #began = performance.now();
  readonly #log: ServiceLog;
  readonly #process: GuardedProcess;
  readonly #forget: () => void;
  #provides: Readonly<Record<string, string>>;
  #stopped: Promise<void> | undefined;

  constructor(readonly spec: ServiceSpec) {
    const { command, cwd, env, stopSignal, graceMs, folder } = spec;
    this.#provides = spec.provides;
    this.#log = openServiceLog(spec.name);
    publishUrls(spec.listens);
    const orphanGraceMs = Math.min(graceMs, LONGEST_ORPHAN_GRACE_MS);
    const order = {
      command,
      cwd,
      env,
      mark: randomUUID(),
      stopSignal,
      graceMs,
      orphanGraceMs,
      folder,
      log: this.#log.path,
      redaction: redactionSettings(),
    };
    this.#process = new GuardedProcess(order, this.#log.file);
    this.#forget = stopOnExit(this);
  }

  get isStopping(): boolean {
    return this.#stopped !== undefined;
  }

  get title(): string {
    return this.spec.title;
  }

  get end(): ProcessEnd | undefined {
    return this.#process.end;
  }

  get provides(): Readonly<Record<string, string>> {
    return this.#provides;
  }

  get logFile(): string {
    return this.#log.path;
  }

  logTail(): string {
    return this.#log.tail();
  }

  /** Waits for readiness, the end of the process, the deadline or a cancellation, whichever comes first. */
  async ready(listener: StartListener): Promise<void> {
    const probing = new AbortController();
    const givenUp = new Promise<void>((resolve) => listener.signal?.addEventListener('abort', () => resolve()));
    let text = '';
    try {
      for (;;) {
        const probed = await this.#probe(text, probing.signal, givenUp);
        if (listener.signal?.aborted) throw givenUpError(this.spec);
        // Another process may have taken the port and be healthy there, so our process must be alive as well.
        if (hasEndedEarly(this)) throw endedEarlyError(this.end as ProcessEnd, this.#facts());
        if (probed?.healthy) this.#refuseOtherProcess();
        if (probed?.healthy || this.end !== undefined) return;
        text = probed?.text ?? text;
        listener.polled?.(text);
        await Promise.race([pause(POLL_EVERY_MS), this.#process.ended, givenUp]);
      }
    } finally {
      probing.abort();
    }
  }

  learn(secrets: readonly LearntSecret[]): Promise<void> {
    return this.#process.learn(secrets);
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  stopNow(): void {
    this.#process.stopNow();
    this.#clear();
  }

  killNow(): void {
    this.#process.killNow();
    this.#clear();
  }

  async #probe(before: string, signal: AbortSignal, givenUp: Promise<void>): Promise<ServiceProbe | undefined> {
    const left = Math.ceil(this.#began + this.spec.timeout - performance.now());
    // A probe too short for a response would be less informative than the one before.
    if (before !== '' && left < SHORTEST_PROBE_MS) throw notReadyError(before, this.#facts());
    const milliseconds = Math.max(1, Math.min(PROBE_MS, left));
    const probe = probeService(this.spec, { milliseconds, signal, log: () => this.#log.text() });
    const probed = await Promise.race([probe, this.#process.ended, givenUp]);
    if (probed === undefined || !('healthy' in probed)) return undefined;
    if (probed.healthy) this.#provides = { ...this.spec.provides, ...probed.captured };
    // Cut short by the deadline, it is less informative than the probe before.
    const cutShort = probed.timedOut === true && milliseconds < PROBE_MS && before !== '';
    return cutShort ? { ...probed, text: before } : probed;
  }

  /** The port was free at the start; a program that was starting at the same time may be the one that responds. */
  #refuseOtherProcess(): void {
    const { ready, listens } = this.spec;
    if (ready.kind !== 'url' && ready.kind !== 'port') return;
    const pid = this.#process.guardianPid;
    const taken = listens.find((url) => hasOlderListener(portOf(url), pid));
    if (taken === undefined) return;
    throw portInUseError(this.spec, taken, 'another program, which was started earlier, has begun to listen there.');
  }

  async #stop(): Promise<void> {
    await this.#process.stop();
    this.#clear();
    this.#forget();
  }

  /** The log file is kept. */
  #clear(): void {
    this.#log.close();
    withdrawUrls(this.spec.listens);
    removeFolder(this.spec);
  }

  #facts(): FailedStart {
    const { path } = this.#log;
    return { spec: this.spec, afterMs: performance.now() - this.#began, tail: this.#log.tail(), log: path };
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
