import { countOf } from '../count-of';
import type { AppRecord, ScenarioResult } from '../runner/scenario-result';
import { section } from './exchange-text';
import { foreignLines, harmless, withoutColours } from './plain-text';

const LINES_SHOWN = 30;
/** A traceback's last lines are the most useful. */
const TRACEBACK_SHOWN = 40;
const AFTER_TRACEBACK_SHOWN = 5;
const LINE = { lines: 1, characters: 500 };
const NO_RESPONSE = /ECONNREFUSED|ECONNRESET|EPIPE|ECONNABORTED|socket hang up|broke off in the middle/;

/** Reports that the app's process has ended, and whether a request failed because of it. */
export function appEndText({ app, error, response, serverLog = [] }: ScenarioResult): string | undefined {
  if (app?.ended === undefined) return undefined;
  const { how, duringScenario } = app.ended;
  const isCause = error !== undefined && (response === undefined || duringScenario) && NO_RESPONSE.test(error.message);
  const when = duringScenario ? 'while this scenario ran' : 'before this scenario began';
  const cause = isCause ? ', which is why the request got no response' : '';
  const words = duringScenario && serverLog.length > 0 ? ' Its last log lines are shown below.' : ` ${wholeLog(app)}`;
  return `The app ${harmless(how)} ${when}${cause}.${words}`;
}

/** Whether the app's log explains a failure better than its response; each crash has its own traceback. */
export function isAboutTheApp(app: ScenarioResult['app'], response: ScenarioResult['response']): boolean {
  return app !== undefined && (app.traceback !== undefined || (response?.status ?? 0) >= 500);
}

/** The app's log: the traceback that belongs to the request, if there is one, and the last lines. */
export function logText({ serverLog, app, request }: ScenarioResult): string | undefined {
  if (serverLog === undefined || serverLog.length === 0)
    return request && app && !app.ended ? wholeLog(app) : undefined;
  const path = app === undefined ? [] : [wholeLog(app)];
  const shown = partsToShow(serverLog.length, app?.traceback);
  const lines = shown.flatMap(([from, to], index) => {
    const left = from - (shown[index - 1]?.[1] ?? 0);
    const count = left > 0 ? [`… ${countOf(left, index === 0 ? 'earlier line' : 'more line')}`] : [];
    return [...count, ...serverLog.slice(from, to).flatMap((line) => foreignLines(withoutColours(line), LINE))];
  });
  return section(`Server log${mixedWith(app?.othersRan)}`, [...lines, ...path].join('\n'));
}

function mixedWith(others = 0): string {
  if (others === 0) return '';
  return ` (also of ${countOf(others, 'other scenario')} that ran at the same time)`;
}

function wholeLog({ log }: AppRecord): string {
  return `The full log: ${harmless(log)}`;
}

/** The last lines, preceded by the traceback if they don't contain it. */
function partsToShow(count: number, traceback?: readonly [from: number, to: number]): (readonly [number, number])[] {
  const last = Math.max(0, count - LINES_SHOWN);
  if (traceback === undefined || traceback[0] >= last) return [[last, count]];
  const [from, to] = traceback;
  const rest = Math.max(to, count - AFTER_TRACEBACK_SHOWN);
  const kept = [Math.max(from, to - TRACEBACK_SHOWN), to] as const;
  return rest === to ? [[kept[0], count]] : [kept, [rest, count]];
}
