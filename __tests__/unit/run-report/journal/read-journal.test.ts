import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JournalLine } from '../../../../src/run-report/journal/journal-line';
import { readJournal as readJournalAt } from '../../../../src/run-report/journal/read-journal';
import { closeStoredLines } from '../../../../src/run-report/stored-lines';
import type { ScenarioResult } from '../../../../src/runner/scenario-result';
import { leftOutRecord } from '../../../../src/strength/strength-record';

const folder = mkdtempSync(join(tmpdir(), 'read-journal-'));
afterAll(() => {
  closeStoredLines();
  rmSync(folder, { recursive: true });
});
let count = 0;

/** Reads a journal with this content. */
function readJournal(content: string): ReturnType<typeof readJournalAt> {
  const path = join(folder, `${(count += 1)}.jsonl`);
  writeFileSync(path, content);
  return readJournalAt(path);
}

const RESULT: ScenarioResult = {
  ...{ name: 'a', api: 'auth', success: true, status: 'passed', durationMs: 5, attempts: 1, outcomes: [] },
};
const STRENGTH = leftOutRecord('its checks use snapshots');
const EXCHANGE = { request: { method: 'GET', url: 'http://a/', headers: {} } };
const DEFINED: readonly JournalLine[] = [
  { kind: 'file', path: '/app/a.test.js', worker: 3, at: 1 },
  { kind: 'block', scenarios: [{ test: 1, name: 'a', api: 'auth' }], serverUrl: 'http://a', appName: 'my-app' },
  { kind: 'client', serverUrl: 'http://b' },
  {
    kind: 'tests',
    tests: [
      { ancestors: [], title: 'by hand' },
      { ancestors: ['b'], title: 'a @smoke' },
    ],
  },
];

const text = (lines: readonly JournalLine[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

test('the lines of a test belong to its latest attempt', () => {
  const journal = readJournal(
    text([
      ...DEFINED,
      { kind: 'start', test: 0, at: 10 },
      { kind: 'start', test: 1, at: 11 },
      { kind: 'exchange', test: 0, exchange: EXCHANGE },
      { kind: 'begin', test: 1, at: 12 },
      { kind: 'end', test: 0, at: 13, failed: true },
      { kind: 'result', test: 1, at: 12, durationMs: 5, attempts: 1, result: RESULT },
      { kind: 'strength', test: 1, strength: STRENGTH },
      { kind: 'end', test: 1, at: 14, failed: false },
      { kind: 'start', test: 0, at: 15 },
      { kind: 'end', test: 0, at: 16, failed: false },
      { kind: 'done' },
    ]),
  );
  expect(journal).toMatchObject({ path: '/app/a.test.js', worker: 3, isComplete: true, unreadLines: 0 });
  expect([...journal.serverUrls, ...journal.appNames]).toEqual(['http://a', 'http://b', 'my-app']);
  expect(journal.tests).toMatchObject([
    {
      fullName: 'by hand',
      attempts: [
        { startedAt: 10, endedAt: 13, failed: true, exchanges: [expect.any(Function)] },
        { startedAt: 15, endedAt: 16, failed: false, exchanges: [] },
      ],
    },
    {
      fullName: 'b a @smoke',
      scenario: { name: 'a', api: 'auth' },
      attempts: [
        { startedAt: 11, begunAt: 12, endedAt: 14, result: { durationMs: 5, attempts: 1 }, strength: STRENGTH },
      ],
    },
  ]);
  expect(journal.tests[0]?.attempts[0]?.exchanges.map((read) => read())).toEqual([EXCHANGE]);
  expect(journal.tests[1]?.attempts[0]?.result?.read()).toEqual(RESULT);
});

test('a result that is written late belongs to the attempt that it began in', () => {
  const starts: readonly JournalLine[] = [
    { kind: 'start', test: 1, at: 10 },
    { kind: 'end', test: 1, at: 14, failed: true },
    { kind: 'start', test: 1, at: 20 },
  ];
  const result = (at: number): JournalLine => ({
    kind: 'result',
    test: 1,
    at,
    durationMs: 5,
    attempts: 1,
    result: RESULT,
  });
  const begun = (at: number) =>
    readJournal(text([...DEFINED, ...starts, result(at)])).tests[1]?.attempts.map(({ begunAt }) => begunAt);
  expect([begun(11), begun(20), begun(5)]).toEqual([
    [11, undefined],
    [undefined, 20],
    [undefined, 5],
  ]);
});

test('integers keep their digits', () => {
  const line = text([{ kind: 'result', test: 1, at: 1, durationMs: 5, attempts: 1, result: RESULT }]);
  const exact = line.replace('"outcomes":[]', '"outcomes":[{"received":9007199254740993}]');
  const { tests } = readJournal(text([...DEFINED, { kind: 'start', test: 1, at: 1 }]) + exact);
  expect(tests[1]?.attempts[0]?.result?.read().outcomes[0]?.received).toBe(9007199254740993n);
});

test.each([
  ['a cut last line', text(DEFINED) + '{"kind":"start","te'],
  ['a foreign line', text(DEFINED) + '{"kind":"other"}\n'],
  ['a name of every object', text(DEFINED) + '{"kind":"toString"}\n'],
  ['no JSON', text(DEFINED) + 'hello\n'],
  ['no object', text(DEFINED) + '7\n'],
  ['a test that does not exist', text(DEFINED) + '{"kind":"start","test":9,"at":1}\n'],
])('%s is skipped and counted', (_what, journal) => {
  expect(readJournal(journal)).toMatchObject({ unreadLines: 1, isComplete: false, tests: [{}, {}] });
});

test('what follows an unreadable line is read', () => {
  const journal = readJournal(`${text(DEFINED)}hello\n${text([{ kind: 'start', test: 0, at: 7 }, { kind: 'done' }])}`);
  expect(journal).toMatchObject({ unreadLines: 1, isComplete: true, tests: [{ attempts: [{ startedAt: 7 }] }, {}] });
});

test('a scenario that begins in the test of another one has no attempt of its own', () => {
  const journal = readJournal(text([...DEFINED, { kind: 'begin', test: 1, at: 5 }]));
  expect(journal).toMatchObject({ unreadLines: 0, tests: [{}, { attempts: [] }] });
});

test('an empty journal is that of a file that was not loaded', () => {
  expect(readJournal('')).toMatchObject({ tests: [], isComplete: false, unreadLines: 0 });
});
