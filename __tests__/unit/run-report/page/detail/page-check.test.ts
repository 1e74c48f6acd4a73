import { evaluate } from '../../../../../src/assertions/evaluate';
import { responseSubject } from '../../../../../src/assertions/subject';
import { pageCheck, placeText } from '../../../../../src/run-report/page/detail/page-check';
import { EXPLAINING } from '../../../../../src/run-report/page/explaining';

const body = { data: { checks: [{ ok: true }, { ok: false }], status: 'failed', list: [1, 2, 3] } };
const response = { status: 200, headers: {}, body, durationMs: 1 };
const checkOf = (path: string, expected: unknown) =>
  pageCheck(evaluate(responseSubject(response), { [path]: expected })[0]!, {
    files: ['tests/auth.test.ts'],
    diff: EXPLAINING.diff,
  });

test('has what was expected and received', () => {
  expect(checkOf('data.status', 'success')).toMatchObject({
    path: 'data.status',
    passed: false,
    facts: [
      ['expected', 'equal to "success"'],
      ['received', '"failed"'],
    ],
    at: ['data', 'status'],
  });
  expect(checkOf('data.status', 'failed')).toMatchObject({ passed: true, at: ['data', 'status'] });
});

test('a check of several items that all passed has no received value', () => {
  expect(checkOf('data.list.*', expect.any(Number)).facts).toEqual([['expected', 'Any<Number>']]);
});

test.each<[string, string, unknown, object]>([
  ['the item that failed, for a path with `*`', 'data.checks.*.ok', true, { at: ['data', 'checks', '1', 'ok'] }],
  ['every item, if all passed', 'data.list.*', expect.any(Number), { at: ['data', 'list', '*'] }],
  ['where the path stops, and the missing key', 'data.state', 'x', { at: ['data'], missing: 'state' }],
  ['the top, if the first key is missing', 'status', 'x', { at: [], missing: 'status' }],
  ['nothing, for the whole response', '', {}, { at: undefined }],
  ['nothing, for the status', '$http.status', 201, { at: undefined }],
])('marks %s', (_what, path, expected, place) => {
  const { at, missing } = checkOf(path, expected);
  expect({ at, missing }).toEqual({ missing: undefined, ...place });
});

test('shows where two structures differ, without colours', () => {
  const expected = { checks: [{ ok: true }, { ok: true }], status: 'success', list: [1, 2, 3], more: 'a long string' };
  const { difference } = checkOf('data', expected);
  expect(difference).toContain('-   "status": "success"');
  expect(difference).toContain('+   "status": "failed"');
  expect(difference).not.toContain('\u001b');
  expect(checkOf('data', body.data).difference).toBeUndefined();
});

test.each([
  ['    at auth (/work/app/tests/auth.test.ts:12:5)', 'tests/auth.test.ts:12'],
  ['    at /work/app/tests/auth.test.ts:12:5', 'tests/auth.test.ts:12'],
  ['    at Object.<anonymous> (C:\\app\\tests\\auth.test.ts:7:1)', 'tests/auth.test.ts:7'],
  ['    at Object.<anonymous> (/work/app/src/shared/checks.ts:7:1)', 'shared/checks.ts:7'],
  ['    at Object.<anonymous> (/work/app/tests/auth/scenarios.ts:6:1)', 'tests/auth/scenarios.ts:6'],
  ['    at <anonymous>', undefined],
])('%s is %s', (stackLine, place) => {
  expect(placeText(stackLine, ['tests/auth.test.ts', 'tests/auth/scenarios.ts'])).toBe(place);
});
