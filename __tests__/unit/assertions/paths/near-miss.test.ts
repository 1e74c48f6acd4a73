import { anyOf, equals, exists, isMissing, isNone, optional } from '../../../../src';
import { evaluate, evaluateCheck } from '../../../../src/assertions/evaluate';
import { nearMiss } from '../../../../src/assertions/paths/near-miss';

const missed = (wrong: string, keys: readonly string[]): string | undefined => {
  const holder = Object.fromEntries(keys.map((key) => [key, null]));
  const place = { found: false, value: undefined, segments: ['data', wrong], reached: 1, holder } as const;
  return nearMiss({ body: {}, roots: {} }, place);
};

test.each([
  ['eror', 'error'],
  ['erorr', 'error'],
  ['errro', 'error'],
  ['Error', 'error'],
  ['nmae', 'name'],
  ['dta', 'data'],
  ['statsu', 'status'],
  ['statu', 'status'],
  ['succes', 'success'],
  ['mesagge', 'message'],
  ['error_code', 'errorCode'],
  ['credentails', 'credentials'],
  ['statu1', 'status1'],
  ['Nmae', 'name'],
  ['buses', 'bused'],
])('%s is a near miss of %s', (wrong, right) => {
  expect(missed(wrong, ['other', right])).toBe(`data.${right}`);
});

test.each([
  ['errors', 'error'],
  ['error', 'errors'],
  ['addresses', 'address'],
  ['boxes', 'box'],
  ['page1', 'page2'],
  ['v1', 'v2'],
  ['version12', 'version3'],
  ['version3', 'version12'],
  ['watches', 'watch'],
  ['host', 'port'],
  ['code', 'mode'],
  ['date', 'data'],
  ['id', 'ip'],
  ['title', 'table'],
  ['error', 'detail'],
  ['0', '1'],
  ['*', 'a'],
])('%s is none of %s, which is a word of its own', (wrong, right) => {
  expect(missed(wrong, [right])).toBeUndefined();
});

test('a root is near at the start of a path only', () => {
  const roots = { $workflow: {} };
  const place = { found: false, value: undefined, segments: ['$workflw', 'status'], holder: {} } as const;
  expect(nearMiss({ body: {}, roots }, { ...place, reached: 0 })).toBe('$workflow.status');
  expect(nearMiss({ body: {}, roots }, { ...place, segments: ['a', '$workflw'], reached: 1 })).toBeUndefined();
});

const subject = { body: { data: { error: 'x', items: [{ label: 'a' }, {}], rows: [{ label: 1 }] } }, roots: {} };

test.each([
  ['data.eror', 'data.error'],
  ['dta.error', 'data.error'],
  ['dataa.error', 'data.error'],
  ['data.rows.*.lable', 'data.rows.0.label'],
  ['data.rows.0.lable', 'data.rows.0.label'],
])('the path %s comes near %s, where its check accepts that nothing is there', (path, nearestPath) => {
  for (const check of [isNone(), isMissing(), optional('b'), anyOf(isMissing(), equals(1))]) {
    expect(evaluateCheck(subject, path, check)).toMatchObject({ passed: true, nearestPath });
  }
});

test('a key that another item has, and one that is found, is none', () => {
  expect(evaluateCheck(subject, 'data.items.*.label', optional(exists()))).not.toHaveProperty('nearestPath');
  expect(evaluateCheck(subject, 'data.error', optional(exists()))).not.toHaveProperty('nearestPath');
});

test('what another check looks at is none', () => {
  const both = { 'data.eror': isNone(), 'data.error': equals('x') };
  const below = { 'data.eror': isNone(), 'data.error.code': isNone() };
  for (const checks of [both, below]) {
    expect(evaluate(subject, checks, { strictPaths: true })[0]).toMatchObject({ passed: true, nearestPath: undefined });
  }
});

test('with strictPaths it fails, at the line of the check, and says what to do', () => {
  const [outcome] = evaluate(subject, { 'data.eror': isNone() }, { strictPaths: true });

  expect(outcome).toMatchObject({
    passed: false,
    found: false,
    expected: 'null or nothing',
    nearestPath: 'data.error',
    reason: expect.stringContaining('strictPaths'),
    location: expect.stringContaining('near-miss.test'),
  });
});
