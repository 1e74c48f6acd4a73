import type { ConnectorTestError } from '../errors';
import { GuardedProcess } from './guarded-process';
import type { ProcessEnd } from './guardian-messages';
import { healthUrl, lookAtHealth } from './readiness';
import type { RunningService, ServiceSpec, StartListener } from './service';
import { endedEarlyError, notReadyError } from './service-errors';
import { openServiceLog, type ServiceLog } from './service-log';
import { stopOnExit } from './stop-on-exit';

/** Between TERM and KILL when Jest was killed: the next run must not meet what is left of this one. */
const LONGEST_ORPHAN_GRACE_MS = 2_000;

const LOOK_EVERY_MS = 50;
/** Below this there is no time for an answer. */
const SHORTEST_LOOK_MS = 50;
const LOOK_MS = 2_000;

/** A service that this process started. */
export class StartedService implements RunningService {
  readonly isAdopted = false;
  readonly #began = performance.now();
  readonly #log: ServiceLog;
  readonly #process: GuardedProcess;
  readonly #forget: () => void;
  #stopped: Promise<void> | undefined;

  constructor(readonly spec: ServiceSpec) {
    const { command, cwd, env, graceMs } = spec;
    this.#log = openServiceLog(spec.title);
    const orphanGraceMs = Math.min(graceMs, LONGEST_ORPHAN_GRACE_MS);
    const order = { command, cwd, env, graceMs, orphanGraceMs, folder: this.#log.folder };
    this.#process = new GuardedProcess(order, this.#log.file);
    this.#forget = stopOnExit(this);
  }

  get end(): ProcessEnd | undefined {
    return this.#process.end;
  }

  logTail(): string {
    return this.#log.tail();
  }

  /** Readiness, the process's end and the deadline race; the first decides. */
  async ready(listener: StartListener): Promise<void> {
    const url = healthUrl(this.spec.url, this.spec.healthPath);
    const deadline = this.#began + this.spec.timeout;
    const looking = new AbortController();
    let text = '';
    try {
      for (;;) {
        const left = Math.ceil(deadline - performance.now());
        // A look too short for an answer would say less than the one before.
        if (text !== '' && left < SHORTEST_LOOK_MS) throw notReadyError(text, this.#facts());
        const look = lookAtHealth(url, Math.max(1, Math.min(LOOK_MS, left)), looking.signal);
        const sight = await Promise.race([look, this.#process.ended]);
        // Somebody else may have taken the port meanwhile and be healthy there: our process must be alive as well.
        if (this.end !== undefined) throw this.#endedEarly(this.end);
        if ('healthy' in sight && sight.healthy) return;
        text = 'text' in sight ? `GET ${url} ${sight.text}` : text;
        listener.looked?.(text);
        await Promise.race([pause(LOOK_EVERY_MS), this.#process.ended]);
      }
    } finally {
      looking.abort();
    }
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  stopNow(): void {
    this.#process.stopNow();
    this.#log.remove();
  }

  killNow(): void {
    this.#process.killNow();
    this.#log.remove();
  }

  async #stop(): Promise<void> {
    await this.#process.stop();
    this.#log.remove();
    this.#forget();
  }

  #endedEarly(end: ProcessEnd): ConnectorTestError {
    return endedEarlyError(end, this.#facts());
  }

  #facts(): { spec: ServiceSpec; afterMs: number; tail: string } {
    return { spec: this.spec, afterMs: performance.now() - this.#began, tail: this.#log.tail() };
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
