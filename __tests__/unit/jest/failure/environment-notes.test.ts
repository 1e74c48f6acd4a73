import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { environmentNotes } from '../../../../src/jest/failure/environment-notes';
import type { ScenarioResult } from '../../../../src/runner/scenario-result';
import { failedResult } from '../../../support/failed-result';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'environment-notes-'));
  process.env['NOTES_TEST_CUT'] = 'te';
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  delete process.env['NOTES_TEST_CUT'];
});

const SOURCE = 'args: { username: process.env.NOTES_TEST_USER, password: process.env.NOTES_TEST_PASSWORD }';

function notes(result: ScenarioResult, suspects = {}): string[] {
  const file = join(folder, 'scenarios.ts');
  writeFileSync(file, SOURCE);
  return environmentNotes(result, { folder, suspects }, () => [file, 'node:fs']);
}

const responded = (sent: unknown): ScenarioResult =>
  failedResult({ sent, body: { success: false }, assertThat: { success: true } });
const unsent = (code: string, message: string): ScenarioResult => {
  const { request: _, response: __, ...result } = responded({});
  return { ...result, outcomes: [], error: { code, message } };
};

test('a variable that .env cuts is named where its value was sent, and nowhere else', () => {
  const suspects = { NOTES_TEST_CUT: '/x/.env:2: cut.' };
  const sent = { credentials: [{ key: 'password', value: 'te' }] };
  expect(notes(responded(sent), suspects)).toEqual([
    'the request contains the value of NOTES_TEST_CUT. /x/.env:2: cut.',
  ]);
  expect(notes(responded({ credentials: [] }), suspects)).toEqual([]);
});

test.each([
  ['INVALID_ARGS', 'credentials.password is undefined', 'not set: NOTES_TEST_PASSWORD. '],
  ['INVALID_ARGS', 'headers.x is undefined', 'not set: NOTES_TEST_USER, NOTES_TEST_PASSWORD. '],
  ['LAZY_FAILED', 'TypeError: reading trim', 'not set: NOTES_TEST_USER, NOTES_TEST_PASSWORD. '],
  ['MISSING_VARIABLES', 'NOTES_TEST_USER is not set', 'not set: NOTES_TEST_USER. '],
])('%s, %s', (code, message, start) => {
  const [note, ...others] = notes(unsent(code, message));
  expect(note).toMatch(new RegExp(`^${start}There is no \\.env in ${folder}`));
  expect(others).toEqual([]);
});

test('what a template made of a variable that is not set', () => {
  expect(notes(responded({ header: 'Bearer undefined' }))).toEqual([
    expect.stringMatching(/^not set: NOTES_TEST_USER/),
  ]);
});

test('nothing is said of a failure that has another reason', () => {
  expect(notes(responded({ credentials: [{ key: 'password', value: 'x' }] }))).toEqual([]);
  expect(notes(unsent('REQUEST_TIMEOUT', 'too slow'))).toEqual([]);
  process.env['NOTES_TEST_USER'] = process.env['NOTES_TEST_PASSWORD'] = 'x';
  expect(notes(unsent('INVALID_ARGS', 'args.since is a Map'))).toEqual([]);
  delete process.env['NOTES_TEST_USER'];
  delete process.env['NOTES_TEST_PASSWORD'];
});
