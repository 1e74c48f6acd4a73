// Makes the page of a run with 10,000 tests, whose responses differ, and prints how long that took.
import { writeFileSync } from 'node:fs';
import { randomFrom, runModel } from '../__tests__/support/run-models';
import type { AttemptOfTest, RunModel } from '../src/run-report/model/run-model';
import { pagePieces } from '../src/run-report/page/page-html';

const [file = ''] = process.argv.slice(2);
const random = randomFrom(7);
const word = (length: number): string => Array.from({ length }, () => random(16).toString(16)).join('');

/** Compression finds little in ids and names, which are most of a real response. */
function withRows(attempt: AttemptOfTest): AttemptOfTest {
  const { result } = attempt;
  if (result?.response === undefined) return attempt;
  const rows = Array.from({ length: 12 }, () => ({ id: word(32), name: `TABLE_${word(6)}`, rows: random(1_000_000) }));
  const body: unknown = { ...result.response.body, request_id: word(32), rows };
  return { ...attempt, result: { ...result, response: { ...result.response, body } } };
}

function model(): RunModel {
  const made = runModel({
    passed: 9_300,
    failed: 400,
    flaky: 50,
    skipped: 200,
    todo: 20,
    crashed: 10,
    notRun: 20,
    slots: 4,
  });
  return { ...made, tests: made.tests.map((each) => ({ ...each, attempts: each.attempts.map(withRows) })) };
}

const run = model();
const started = performance.now();
const pieces = [...pagePieces(run)];
const milliseconds = performance.now() - started;
writeFileSync(file, pieces.join(''));
console.log(JSON.stringify({ milliseconds, tests: run.tests.length }));
