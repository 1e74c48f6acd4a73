import { parseJson } from '../../../../src/json/exact-json';
import { recordLine } from '../../../../src/run-report/model/record-line';
import type { TestRecord } from '../../../../src/run-report/model/run-model';
import { testId } from '../../../../src/run-report/model/test-id';
import { pageDetail } from '../../../../src/run-report/page/detail/page-detail';
import { EXPLAINING } from '../../../../src/run-report/page/explaining';
import type { PageEntry } from '../../../../src/run-report/page/page-data';
import { detailOfEntry, entryPieces } from '../../../../src/run-report/page/page-entry';
import { indexScenarios } from '../../../../src/run-report/page/scenario-index';
import { testsById } from '../../../../src/run-report/page/tests-by-id';
import { asPassed, hostileRun, malformedTests } from '../../../support/hostile-run';
import { runModel } from '../../../support/run-models';

const [base] = runModel({ passed: 1 }).tests as readonly [TestRecord];

/** The details of each test as the page makes them, beside those that Node makes. */
function detailsOf(tests: readonly TestRecord[]): { entry: PageEntry; onPage: object; inNode: object }[] {
  const scenarios = indexScenarios(testsById(tests));
  return tests.map((test) => {
    const around = { ...scenarios.of(test), explaining: EXPLAINING };
    const entry = parseJson(entryPieces(test, recordLine(test), around).join('')) as PageEntry;
    return { entry, onPage: asJson(detailOfEntry(entry)), inNode: asJson(pageDetail(test, around)) };
  });
}

function asJson(value: unknown): object {
  return JSON.parse(JSON.stringify(value)) as object;
}

test('the page makes the same details of tests that passed as Node', () => {
  const { tests } = runModel({ passed: 60, byHand: 5, skipped: 3, todo: 1, slots: 2 });
  const all = detailsOf(tests);
  expect(all.filter(({ entry }) => 'record' in entry)).toHaveLength(tests.length);
  expect(all.map(({ onPage }) => onPage)).toEqual(all.map(({ inNode }) => inNode));
});

test('other tests have their details, with hints and differences', () => {
  const all = detailsOf(runModel({ failed: 20, flaky: 5, crashed: 1 }).tests);
  expect(all.filter(({ entry }) => 'record' in entry)).toEqual([]);
  expect(all.map(({ onPage }) => onPage)).toEqual(all.map(({ inNode }) => inNode));
});

test('links lead to the scenarios that a test needs, that gave it values, and that need it', () => {
  const result = { ...base.attempts[0]!.result!, given: { first: { id: 1 }, gone: { id: 2 } } };
  const second: TestRecord = {
    ...{ ...base, name: 'second', fullName: 'second', scenario: { api: 'auth', needs: ['first', 'gone'] } },
    attempts: [{ ...base.attempts[0]!, result }],
  };
  const first = { ...base, name: 'first', fullName: 'first' };
  const [ofFirst, ofSecond] = detailsOf([first, second]);
  expect(ofFirst).toMatchObject({
    entry: { record: {} },
    onPage: { neededBy: [{ name: 'second', id: testId(second) }] },
  });
  expect(ofSecond).toMatchObject({
    entry: { record: {}, links: { first: testId(first) } },
    onPage: { needs: [{ name: 'first', id: testId(first) }, { name: 'gone' }], attempts: [{ given: [{}, {}] }] },
  });
  expect(ofSecond!.onPage).toEqual(ofSecond!.inNode);
});

test('a long record is cut in Node', () => {
  const body = Array.from({ length: 90 }, (_, id) => ({ id, text: 'x'.repeat(250) }));
  const { request, response } = base.attempts[0]!.result!;
  const result = { ...base.attempts[0]!.result!, request: request!, response: { ...response!, body } };
  const [long] = detailsOf([{ ...base, attempts: [{ ...base.attempts[0]!, result }] }]);
  expect(long!.entry).toHaveProperty('attempts');
  expect(JSON.stringify(long!.entry).length).toBeLessThan(12_000);
});

test('a hostile record that says that it passed is what Node makes of it, on the page too', () => {
  const all = detailsOf([...hostileRun().tests, ...malformedTests().map(asPassed)]);
  expect(all[0]!.entry).not.toHaveProperty('record');
  expect(all[1]!.entry).toHaveProperty('record');
  expect(all.map(({ onPage }) => withoutHints(onPage))).toEqual(all.map(({ inNode }) => withoutHints(inNode)));
});

/** A response that passed isn't explained, unless a record contradicts itself. */
function withoutHints(detail: object): object {
  return JSON.parse(
    JSON.stringify(detail, (name, value: unknown) => (['hints', 'difference'].includes(name) ? [] : value)),
  ) as object;
}
