import { isRecord } from '../../validation/shape';
import { type ShardRecord, TEST_STATUSES } from '../model/run-model';

type Accepts = (value: unknown) => boolean;
type Fields = Readonly<Record<string, Accepts>>;

const string: Accepts = (value) => typeof value === 'string';
const number: Accepts = (value) => typeof value === 'number';
/** Milliseconds since 1970, as far as dates go. */
const time: Accepts = (value) => typeof value === 'number' && Math.abs(value) < 8.64e15;
const boolean: Accepts = (value) => typeof value === 'boolean';
const optional =
  (accepts: Accepts): Accepts =>
  (value) =>
    value === undefined || accepts(value);
const listOf =
  (accepts: Accepts): Accepts =>
  (value) =>
    Array.isArray(value) && value.every(accepts);
const oneOf =
  (values: readonly unknown[]): Accepts =>
  (value) =>
    values.includes(value);
const object =
  (fields: Fields): Accepts =>
  (value) =>
    isRecord(value) && wrongField(value, fields) === undefined;

const LOCATION: Fields = { file: string, line: number, column: number };
const REQUEST: Fields = { method: string, url: string, headers: isRecord };
const RESPONSE: Fields = { status: number, headers: isRecord, durationMs: number };
const ERROR: Fields = { code: string, message: string, why: optional(string) };
const OUTCOME: Fields = { path: string, passed: boolean, expected: string, found: boolean };
const WORKFLOW: Fields = {
  ...{ workflowId: string, runId: string, awaited: listOf(string), ending: string, polls: number, durationMs: number },
  states: listOf(object({ status: string, afterMs: number })),
};
const RESULT: Fields = {
  ...{ name: string, api: string, success: boolean, durationMs: number, attempts: number },
  request: optional(object(REQUEST)),
  response: optional(object(RESPONSE)),
  outcomes: listOf(object(OUTCOME)),
  error: optional(object(ERROR)),
  workflow: optional(object(WORKFLOW)),
  output: optional(listOf(string)),
  serverLog: optional(listOf(string)),
  notes: optional(listOf(string)),
  tries: optional(listOf(object({ afterMs: number, times: number, seen: isRecord }))),
};
const EXCHANGE: Fields = {
  request: object(REQUEST),
  response: optional(object(RESPONSE)),
  error: optional(object(ERROR)),
};
const SCORE: Fields = { noticed: number, total: number };
const STRENGTH: Fields = {
  leftOut: optional(string),
  ...{ broken: object(SCORE), fields: object(SCORE), idleAccepts: listOf(string) },
  accepts: listOf(object({ what: string, path: string, noticedBy: optional(string) })),
  proposed: listOf(object({ code: string, place: oneOf(['assertThat', 'scenario']) })),
  unchecked: listOf(object({ path: string, changes: listOf(string) })),
};
const ATTEMPT: Fields = {
  status: oneOf(['passed', 'failed', 'crashed']),
  ...{ startedAt: time, durationMs: time, worker: number, slot: number },
  result: optional(object(RESULT)),
  strength: optional(object(STRENGTH)),
  exchanges: optional(listOf(object(EXCHANGE))),
  failures: optional(listOf(object({ message: string, location: optional(object(LOCATION)) }))),
};
const SCENARIO: Fields = {
  api: optional(string),
  description: optional(string),
  tags: optional(listOf(string)),
  needs: optional(listOf(string)),
  expectedData: optional(string),
};
const TEST: Fields = {
  project: optional(string),
  ...{ file: string, fullName: string, ordinal: number, ancestors: listOf(string), name: string },
  status: oneOf(TEST_STATUSES),
  reason: optional(string),
  scenario: optional(object(SCENARIO)),
  location: optional(object(LOCATION)),
  attempts: listOf(object(ATTEMPT)),
};
const SHARD: Fields = { index: number, count: number, startedAt: time, durationMs: time };
/** More machines than anyone has: a page lists those that are missing. */
const MOST_SHARDS = 10_000;
const isShard = ({ index, count }: ShardRecord): boolean =>
  [index, count].every(Number.isInteger) && index >= 1 && index <= count && count <= MOST_SHARDS;
const RUN: Fields = {
  ...{ startedAt: time, durationMs: time, success: boolean },
  ...{ appName: optional(string), serverUrl: optional(string), interruptedBy: optional(string) },
  errors: optional(listOf(object({ message: string, file: optional(string) }))),
  shards: optional(listOf((value) => object(SHARD)(value) && isShard(value as ShardRecord))),
  testCount: optional(number),
  versions: object({ package: string, node: string, jest: optional(string) }),
  ...{ commit: optional(string), ciUrl: optional(string) },
};

/** What is wrong with the record of a run, which anything may have written. */
export function runProblem(record: Readonly<Record<string, unknown>>): string | undefined {
  return problemOf(record, RUN);
}

/** What is wrong with the record of a test. */
export function testProblem(record: Readonly<Record<string, unknown>>): string | undefined {
  return problemOf(record, TEST);
}

function problemOf(record: Readonly<Record<string, unknown>>, fields: Fields): string | undefined {
  const wrong = wrongField(record, fields);
  return wrong && `\`${wrong}\` is ${record[wrong] === undefined ? 'missing' : 'not as jest-connector writes it'}`;
}

function wrongField(record: Readonly<Record<string, unknown>>, fields: Fields): string | undefined {
  return Object.keys(fields).find((name) => !(fields[name] as Accepts)(record[name]));
}
