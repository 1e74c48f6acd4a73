import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { Exchange } from '../../client/client-options';
import type { LogLine, LogPart } from '../../report/find-traceback';
import type { AppRecord, ScenarioResult } from '../../runner/scenario-result';
import { readEnd } from '../../service/logs/end-file';
import type { LogReader } from '../../service/logs/log-reader';
import { unstamped } from '../../service/logs/stamped-lines';

/** The app's output takes a moment to reach its log. */
const LAST_WORDS_MS = 60;
/** The longest time until the end of a process is known; its guardian first waits for its last output. */
const END_KNOWN_WITHIN_MS = 600;
const POLL_EVERY_MS = 20;

/** The app of a block, if this run started it. */
export interface StartedApp {
  readonly log: string;
  /** Whether its port differs from run to run. */
  readonly hasTemporaryPort: boolean;
  /** The header whose value identifies a scenario's request in the app's log. */
  readonly correlationHeader?: string | undefined;
}

/** What a failure reports about the app. */
type AboutApp = Pick<ScenarioResult, 'serverLog' | 'app'>;

/** The output of the started app while a scenario runs; with several workers, it includes the output for their scenarios. */
export class ScenarioLog {
  readonly #app: StartedApp;
  readonly #reader: LogReader;
  readonly #place: number;
  readonly #began = now();
  readonly #sentAt: number[] = [];

  /** @param place Where the log ended when the scenario began. */
  constructor(app: StartedApp, reader: LogReader, place: number) {
    this.#app = app;
    this.#reader = reader;
    this.#place = place;
  }

  /** Called when a request of the scenario has ended. */
  noteExchange({ sentAt = this.#began }: Pick<Exchange, 'sentAt'>): void {
    this.#sentAt.push(sentAt);
  }

  /**
   * For a failed scenario: the app's output since its first request, without times and colours, and whether the app ended.
   *
   * @param othersRan How many other scenarios ran meanwhile; their lines may be included.
   */
  async aboutFailure(result: ScenarioResult, othersRan = 0): Promise<AboutApp> {
    const respondedAt = now();
    const ended = await this.#ended(result);
    await pause(LAST_WORDS_MS);
    const { lines, isExact } = this.#lines(result);
    const traceback = tracebackOf(lines, result, {
      from: this.#sentAt.at(-1) ?? respondedAt,
      to: respondedAt,
    });
    const { log, hasTemporaryPort } = this.#app;
    const app = {
      ...{ log, hasTemporaryPort },
      ...(ended && { ended }),
      ...(traceback && { traceback }),
      ...(othersRan > 0 && !isExact && { othersRan }),
    };
    return { serverLog: lines.map(({ text }) => text), app };
  }

  /**
   * Lines from before the first request belong to an earlier scenario, whose last lines also arrive late. If the app logs
   * the correlation id, only the lines with it are used.
   */
  #lines({ workflow, request }: ScenarioResult): { readonly lines: LogLine[]; readonly isExact: boolean } {
    const [first] = this.#sentAt;
    if (first === undefined) return { lines: [], isExact: true };
    // The app's lines about polls for the workflow's status are omitted.
    const awaited = workflow && `/status/${workflow.workflowId}/`;
    const lines = this.#reader
      .linesFrom(this.#place)
      .flatMap((line) => unstamped(stripVTControlCharacters(line)) ?? [])
      .filter(({ time, text }) => time >= Math.floor(first) && (awaited === undefined || !text.includes(awaited)));
    const id = headerOf(request, this.#app.correlationHeader);
    const own = id === undefined ? [] : correlated(lines, id);
    return own.length > 0 ? { lines: own, isExact: true } : { lines, isExact: false };
  }

  async #ended(result: ScenarioResult): Promise<AppRecord['ended']> {
    const isLost =
      result.request !== undefined && (result.response === undefined || result.workflow?.ending === 'lost');
    const until = now() + (isLost ? END_KNOWN_WITHIN_MS : 0);
    let noted = readEnd(this.#app.log);
    while (noted === undefined && now() < until) {
      await pause(POLL_EVERY_MS);
      noted = readEnd(this.#app.log);
    }
    if (noted === undefined) return undefined;
    const { endText } = require('../../service/service-errors') as typeof import('../../service/service-errors');
    return { how: endText(noted.end), duringScenario: noted.at >= Math.floor(this.#began) };
  }
}

function correlated(lines: readonly LogLine[], id: string): LogLine[] {
  const { correlatedLines } = require('./correlated-lines') as typeof import('./correlated-lines');
  return correlatedLines(lines, id);
}

function headerOf(request: ScenarioResult['request'], header: string | undefined): string | undefined {
  const isIt = ([name]: readonly [string, string]): boolean => name.toLowerCase() === header?.toLowerCase();
  return Object.entries(request?.headers ?? {}).find(isIt)?.[1] || undefined;
}

/** The traceback of the request if it failed with a 5xx status or no response; the last traceback if a workflow failed. */
function tracebackOf(
  lines: readonly LogLine[],
  { request, response, workflow, error }: ScenarioResult,
  time: { readonly from: number; readonly to: number },
): LogPart | undefined {
  const { findTraceback, lastTraceback } =
    require('../../report/find-traceback') as typeof import('../../report/find-traceback');
  if (workflow !== undefined && error !== undefined) return lastTraceback(lines);
  if (request === undefined || (response !== undefined && response.status < 500)) return undefined;
  return findTraceback(lines, { ...time, path: new URL(request.url).pathname, status: response?.status });
}

/** A user's fake timers must not stop our clock. */
function now(): number {
  return performance.timeOrigin + performance.now();
}
