import { appEndText, logText } from '../../../report/app-text';
import { attemptsText } from '../../../report/attempts-text';
import type { Differ } from '../../../report/check-text';
import { cutValue } from '../../../report/cut/cut-value';
import { harmless } from '../../../report/plain-text';
import type { ScenarioResult, WorkflowRecord } from '../../../runner/scenario-result';
import type { AttemptOfTest, LocationRecord } from '../../model/run-model';
import { messageText } from '../message-text';
import type { PageAttempt, PageNeed, PageWorkflow } from '../page-data';
import { pageCheck } from './page-check';
import { pageExchange } from './page-exchange';
import { pageStrength } from './page-strength';

const MOST_CHECKS = 200;
const MOST_NOTES = 3;
const MOST_EXCHANGES = 50;
const VALUE = { lines: 100, characters: 6_000 };

/** Finds another scenario of the same block. */
export type Finder = (scenario: string) => PageNeed;

/** What an attempt refers to. */
export interface AttemptContext {
  readonly find: Finder;
  /** The test file and that of the scenario, relative to `rootDir`. */
  readonly files: readonly string[];
  readonly explaining?: Explaining | undefined;
}

/** What explains failures. */
export interface Explaining {
  readonly hintsFor: (result: ScenarioResult) => readonly string[];
  readonly diff: Differ;
}

/** An attempt of a test, as the page shows it. */
export function pageAttempt(attempt: AttemptOfTest, around: AttemptContext): PageAttempt {
  const { status, result, strength, exchanges = [], failures = [] } = attempt;
  const passed = status === 'passed';
  return {
    status: harmless(status),
    ...(result === undefined ? NO_RESULT : resultParts(result, around)),
    strength: strength && pageStrength(strength),
    exchanges: [...(result === undefined ? [] : ofScenario(result)), ...exchanges]
      .slice(0, MOST_EXCHANGES)
      .map((exchange) => pageExchange(exchange, { passed, app: result?.app })),
    failures: failures.map(({ message, location }) => ({
      message: messageText(message),
      location: location && locationText(location),
    })),
  };
}

/** `tests/auth.test.ts:12:5`. */
export function locationText({ file, line, column }: LocationRecord): string {
  return `${harmless(file)}:${line}:${column}`;
}

type ResultParts = Omit<PageAttempt, 'status' | 'strength' | 'exchanges' | 'failures'>;

const NO_RESULT: ResultParts = { hints: [], checks: [], checksLeftOut: 0, output: [], given: [] };

function resultParts(result: ScenarioResult, { find, files, explaining }: AttemptContext): ResultParts {
  const { error, sameCause, outcomes, output = [], workflow, given = {}, notes = [] } = result;
  return {
    hints: (explaining ? explaining.hintsFor(result) : notes.slice(0, MOST_NOTES)).map(messageText),
    error: error && { code: harmless(error.code), message: messageText(error.message) },
    sameCause: sameCause && find(sameCause.scenario),
    appEnd: appEndText(result),
    checks: outcomes.slice(0, MOST_CHECKS).map((outcome) => pageCheck(outcome, { files, diff: explaining?.diff })),
    checksLeftOut: Math.max(0, outcomes.length - MOST_CHECKS),
    output: output.map(messageText),
    tries: attemptsText(result),
    workflow: workflow && pageWorkflow(workflow),
    given: Object.entries(given).map(([name, value]) => ({ ...find(name), value: cutValue(value, VALUE) })),
    log: logText(result),
  };
}

/** The error of the scenario is shown once, above its request. */
function ofScenario({ request, response, attempts }: ScenarioResult): Parameters<typeof pageExchange>[0][] {
  return request === undefined ? [] : [{ request, response, attempts: attempts > 1 ? attempts : undefined }];
}

function pageWorkflow(workflow: WorkflowRecord): PageWorkflow {
  const { workflowId, runId, awaited, ending, states, durationMs, polls, stopped, why, error, unread } = workflow;
  const notes = [
    error && `Its error, as the server reports it: ${error}`,
    unread && `Its result could not be read: ${unread}`,
    why && `The last poll received no status: ${why}`,
    stopped && `The workflow ${stopped}`,
  ];
  return {
    ...{ workflowId: harmless(workflowId), runId: harmless(runId), ending: harmless(ending), durationMs, polls },
    awaited: awaited.map(harmless),
    states: states.map(({ status, afterMs }) => ({ status: harmless(status), afterMs })),
    ...('result' in workflow ? { result: cutValue(workflow.result, VALUE) } : {}),
    notes: notes.filter((note) => note !== undefined && note !== '').map((note) => messageText(String(note))),
  };
}
