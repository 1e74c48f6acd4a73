import { type CheckedPaths, fieldCoverage } from '../../../../src/run-report/model/field-coverage';

const seen = (...paths: string[]): Map<string, number> => new Map(paths.map((path) => [path, 3]));
const byOne = (paths: readonly string[]): CheckedPaths => ({ paths, scenarios: 1 });
const counts = (fields: readonly string[], ...checks: string[][]): Record<string, string> =>
  Object.fromEntries(
    fieldCoverage(seen(...fields), checks.map(byOne)).map(({ path, checked, checkedAsPart }) => [
      path,
      `${checked}+${checkedAsPart}`,
    ]),
  );

test('counts the scenarios that check exactly a field, and those that check a value which contains it', () => {
  expect(counts(['data.a', 'data.b', 'other'], ['data.a'], ['data.a', 'data.a'], ['data'], ['data', 'data.a'])).toEqual(
    {
      'data.a': '3+1',
      'data.b': '0+2',
      other: '0+0',
    },
  );
});

test('a check of the whole response contains every field', () => {
  expect(counts(['a', 'b.c'], [''])).toEqual({ a: '0+1', 'b.c': '0+1' });
});

test('an index, a negative index and `*` check the items of a list', () => {
  const checks = [['rows.0.name'], ['rows.-1.name'], ['rows.*.name'], ['rows.*']];
  expect(counts(['rows.*.name', 'rows.*.id'], ...checks)).toEqual({ 'rows.*.id': '0+1', 'rows.*.name': '3+1' });
});

test('`*` checks the keys of an object', () => {
  expect(counts(['data.x.success', 'data.y.success'], ['data.*.success'])).toEqual({
    'data.x.success': '1+0',
    'data.y.success': '1+0',
  });
});

test('the status and the workflow are no fields of the body', () => {
  expect(counts(['status', '$http'], ['$http.status'], ['_http_status'], ['$workflow.status'])).toEqual({
    $http: '0+0',
    status: '0+0',
  });
});

test('a list that is empty in one response is its items in the others', () => {
  const fields = fieldCoverage(
    new Map([
      ['data.rows', 1],
      ['data.rows.*.id', 2],
      ['data.rowsLeft', 1],
    ]),
    [],
  );
  expect(fields.map(({ path, seen: times }) => [path, times])).toEqual([
    ['data.rows.*.id', 2],
    ['data.rowsLeft', 1],
  ]);
});

test('a key with a dot is one key', () => {
  expect(counts(['a\\.b', 'a'], ['a\\.b'], ['a'])).toEqual({ a: '1+0', 'a\\.b': '1+0' });
});

test('scenarios that check the same paths count each', () => {
  const [field] = fieldCoverage(seen('a'), [{ paths: ['a'], scenarios: 4 }, byOne(['a']), byOne([''])]);
  expect(field).toEqual({ path: 'a', seen: 3, checked: 5, checkedAsPart: 1 });
});
