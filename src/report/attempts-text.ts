import { countOf } from '../count-of';
import type { AttemptRecord, ScenarioResult } from '../runner/scenario-result';
import { cutValue } from './cut/cut-value';
import { oneLine } from './cut/pretty-json';
import { duration, section } from './exchange-text';
import { harmless } from './plain-text';

const SEEN = { lines: 20, characters: 200 };
const PATHS_SHOWN = 5;

/** The attempts of a repeated scenario, oldest first. */
export function attemptsText({ attempts, tries }: ScenarioResult): string | undefined {
  if (tries === undefined || attempts < 2) return undefined;
  const reported = tries.reduce((sum, { times }) => sum + times, 0);
  const before = reported < attempts ? [`… ${countOf(attempts - reported, 'earlier attempt')}`] : [];
  return section(countOf(attempts, 'attempt'), [...before, ...tries.map(attemptText)].join('\n'));
}

function attemptText({ afterMs, times, status, error, seen }: AttemptRecord): string {
  const values = Object.entries(seen)
    .slice(0, PATHS_SHOWN)
    .map(
      ([path, value]) => `${path === '' ? 'the whole response' : harmless(path)}: ${oneLine(cutValue(value, SEEN))}`,
    );
  const came = [error === undefined ? String(status) : `no response (${error})`, ...values].join(', ');
  return `after ${duration(afterMs)}: ${came}${times > 1 ? ` (${times} times)` : ''}`;
}
