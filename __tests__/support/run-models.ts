import { evaluate } from '../../src/assertions/evaluate';
import { responseSubject } from '../../src/assertions/subject';
import { redactValue } from '../../src/redaction/process-redactor';
import {
  type AttemptOfTest,
  MODEL_VERSION,
  type RunModel,
  type RunRecord,
  type TestRecord,
  type TestStatus,
} from '../../src/run-report/model/run-model';
import type { ScenarioResult } from '../../src/runner/scenario-result';
import { recordedResponses } from './recorded-responses';

/** What a generated run is made of. */
export interface RunShape {
  /** @default 1 */
  readonly seed?: number;
  /** The number of passed scenarios. @default 0 */
  readonly passed?: number;
  readonly failed?: number;
  readonly flaky?: number;
  readonly crashed?: number;
  readonly notRun?: number;
  readonly skipped?: number;
  readonly todo?: number;
  /** The number of passed tests that are written by hand. */
  readonly byHand?: number;
  /** @default 2 */
  readonly workers?: number;
  /** The scenarios of a worker that run at the same time. @default 1 */
  readonly slots?: number;
  readonly run?: Partial<RunRecord>;
}

const STARTED = Date.UTC(2026, 10, 28, 9, 30);
const PER_FILE = 25;

/** What scenarios check, by the label of a recorded response: what holds, and what does not. */
const KINDS: readonly (readonly [api: string, label: string, holds: Checks, fails: Checks])[] = [
  [
    'auth',
    'auth ok',
    { success: true, 'data.status': 'success', message: 'Authentication success', '$http.status': 200 },
    { success: true, 'data.status': 'valid', 'data.identity': 'test_user' },
  ],
  [
    'auth',
    'auth wrong password',
    { success: false, 'data.status': 'invalid_credentials', '$http.status': 401 },
    { success: true, 'data.status': 'success' },
  ],
  [
    'preflight',
    'preflight ready',
    { success: true, 'preflight.status': 'ready', 'data.authCheck.success': true },
    { 'preflight.checks.*.passed': false, 'data.databaseCheck.success': true },
  ],
  [
    'preflight',
    'preflight not ready',
    { 'preflight.status': 'not_ready' },
    { success: true, 'preflight.status': 'ready', 'preflight.checks.*.passed': true },
  ],
  [
    'metadata',
    'metadata',
    { success: true, 'data.0.TABLE_CATALOG': 'MY_DB' },
    {
      data: [
        { TABLE_CATALOG: 'MY_DB', TABLE_SCHEMA: 'PUBLIC' },
        { TABLE_CATALOG: 'MY_DB', TABLE_SCHEMA: 'FULL' },
        { TABLE_CATALOG: 'OTHER', TABLE_SCHEMA: 'PUBLIC' },
      ],
    },
  ],
  ['config', 'config get', { success: true, 'data.schedule': 'daily' }, { 'data.schedule': 'weekly' }],
  ['workflow', 'start', { success: true, 'data.status': undefined }, { success: false }],
  ['auth', 'auth handler crashes', { '$http.status': 500 }, { success: true, 'data.status': 'success' }],
];
const ENVIRONMENTS = ['postgres', 'snowflake', 'redshift', 'oracle', 'mysql', 'bigquery', 'databricks', 'tableau'];
const SUBJECTS = [
  'valid credentials',
  'an expired token',
  'a long host name',
  'two databases',
  'every filter',
  'no port',
];
const TAGS = ['smoke', 'nightly', 'slow', 'security'];
const REASONS = ['E2E_ORACLE_PASSWORD is not set', 'the tenant has no Tableau server', 'only runs nightly'];

type Checks = Readonly<Record<string, unknown>>;
type Random = (below: number) => number;

/** A run as the journal would have it: the same shape and seed give the same model. */
export function runModel(shape: RunShape = {}): RunModel {
  const { seed = 1, workers = 2, slots = 1 } = shape;
  const random = randomFrom(seed);
  const lanes = Array.from({ length: workers * slots }, () => 400 + random(300));
  const statuses = mixed(statusesOf(shape), random);
  const tests = statuses.map((status, index) => testRecord(status, index, { random, lanes, slots }));
  const durationMs = Math.max(...lanes) + 200;
  return {
    run: {
      version: MODEL_VERSION,
      startedAt: STARTED,
      durationMs,
      success: tests.length > 0 && !tests.some(({ status }) => ['failed', 'crashed', 'notRun'].includes(status)),
      appName: 'Warehouse connector',
      serverUrl: 'http://localhost:8000',
      versions: { package: '0.1.0', jest: '30.5.2', node: '20.20.2' },
      ...shape.run,
    },
    tests,
  };
}

function statusesOf(shape: RunShape): (TestStatus | 'byHand')[] {
  const names = ['passed', 'failed', 'flaky', 'crashed', 'notRun', 'skipped', 'todo', 'byHand'] as const;
  return names.flatMap((name) => Array.from({ length: shape[name] ?? 0 }, () => name));
}

interface Making {
  readonly random: Random;
  /** When each worker and slot is free, in milliseconds from the start of the run. */
  readonly lanes: number[];
  readonly slots: number;
}

function testRecord(kind: TestStatus | 'byHand', index: number, making: Making): TestRecord {
  const { random } = making;
  const environment = ENVIRONMENTS[Math.floor(index / PER_FILE) % ENVIRONMENTS.length]!;
  const [api, label, holds, fails] = KINDS[random(kind === 'failed' ? KINDS.length : KINDS.length - 1)]!;
  const number = String(index + 1).padStart(4, '0');
  const name = `${api}_${SUBJECTS[random(SUBJECTS.length)]!.replaceAll(' ', '_')}_${number}`;
  const ancestors = [`${environment} connector`];
  const file = `tests/${environment}-${Math.floor(index / PER_FILE / ENVIRONMENTS.length) + 1}.test.ts`;
  const base = {
    file,
    ancestors,
    name,
    fullName: `${ancestors[0]} ${name}`,
    ordinal: 0,
    location: { file, line: 12 + (index % PER_FILE) * 9, column: 5 },
  };
  if (kind === 'todo') return { ...base, status: kind, attempts: [] };
  const scenario = {
    api,
    description: `Sends ${SUBJECTS[random(SUBJECTS.length)]} to ${environment}`,
    tags: TAGS.filter(() => random(3) === 0),
  };
  if (kind === 'skipped') {
    return { ...base, status: kind, scenario, reason: REASONS[random(REASONS.length)]!, attempts: [] };
  }
  if (kind === 'notRun') return { ...base, status: kind, scenario, reason: 'The run was interrupted.', attempts: [] };
  const result = (passes: boolean): ScenarioResult =>
    scenarioResult(name, { api, label, checks: passes ? holds : fails, passes });
  if (kind === 'byHand') return { ...base, status: 'passed', attempts: [byHand(label, making)] };
  if (kind === 'crashed')
    return {
      ...base,
      status: kind,
      scenario,
      reason: 'The worker of this test ended: SIGSEGV',
      attempts: [attempt('crashed', making)],
    };
  const last = attempt(kind === 'failed' ? 'failed' : 'passed', making, result(kind !== 'failed'));
  const attempts = kind === 'flaky' ? [attempt('failed', making, result(false)), last] : [last];
  return { ...base, status: kind, scenario, attempts };
}

function attempt(
  status: AttemptOfTest['status'],
  { random, lanes, slots }: Making,
  result?: ScenarioResult,
): AttemptOfTest {
  const lane = lanes.indexOf(Math.min(...lanes));
  const startedAt = STARTED + lanes[lane]!;
  const durationMs = 8 + random(40) + (random(25) === 0 ? random(2_500) : 0);
  lanes[lane]! += durationMs + random(6);
  const place = { worker: Math.floor(lane / slots) + 1, slot: lane % slots };
  const failures = status === 'failed' && result ? [{ message: `Scenario "${result.name}" failed` }] : undefined;
  return { status, startedAt, durationMs, ...place, ...(result && { result: { ...result, durationMs } }), failures };
}

function byHand(label: string, making: Making): AttemptOfTest {
  const { request, response } = exchange(label);
  return { ...attempt('passed', making), exchanges: [{ request, response, sentAt: STARTED + 500 }] };
}

function exchange(label: string): {
  request: NonNullable<ScenarioResult['request']>;
  response: NonNullable<ScenarioResult['response']>;
} {
  const recorded = recordedResponses.find((one) => one.label === label);
  if (!recorded) throw new Error(`no response is recorded for "${label}"`);
  const { method, path, body } = recorded.request;
  return {
    request: {
      method,
      url: `http://localhost:8000${path}`,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: redactValue(body) }),
    },
    response: {
      status: recorded.response.status,
      headers: { 'content-type': recorded.response.contentType },
      body: recorded.response.body ?? recorded.response.text,
      durationMs: 11.6,
    },
  };
}

function scenarioResult(
  name: string,
  { api, label, checks, passes }: { api: string; label: string; checks: Checks; passes: boolean },
): ScenarioResult {
  const { request, response } = exchange(label);
  const wanted = Object.fromEntries(Object.entries(checks).filter(([, value]) => value !== undefined));
  return {
    ...{ name, api, success: passes, status: passes ? 'passed' : 'failed', durationMs: 12, attempts: 1 },
    ...{ request, response, outcomes: evaluate(responseSubject(response), wanted) },
    ...(passes ? {} : { serverLog: serverLog(label) }),
  };
}

function serverLog(label: string): string[] {
  if (!label.includes('crashes')) return ['INFO:     127.0.0.1:51234 - "POST /workflows/v1/auth HTTP/1.1" 200 OK'];
  return [
    'Traceback (most recent call last):',
    '  File "/app/handler.py", line 41, in test_auth',
    '    return await self.client.login(host=credentials["host"])',
    'ConnectionError: could not reach the host',
    'INFO:     127.0.0.1:51234 - "POST /workflows/v1/auth HTTP/1.1" 500 Internal Server Error',
  ];
}

/** The same numbers for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixedState = Math.imul(state ^ (state >>> 15), 1 | state);
    mixedState = (mixedState + Math.imul(mixedState ^ (mixedState >>> 7), 61 | mixedState)) ^ mixedState;
    return Math.floor((((mixedState ^ (mixedState >>> 14)) >>> 0) / 4294967296) * below);
  };
}

function mixed<Item>(items: Item[], random: Random): Item[] {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = random(index + 1);
    [items[index], items[other]] = [items[other]!, items[index]!];
  }
  return items;
}
