import { jsonWithList } from '../../../../src/run-report/outputs/json-with-list';

const textOf = (...[given]: Parameters<typeof jsonWithList>): string => [...jsonWithList(given)].join('');

test('the list is the last field, one item per line', () => {
  const text = textOf({ around: { a: 1 }, name: 'list', items: [{ b: 2n }, { c: '##[error]' }] });
  expect(text).toBe('{"a":1,"list":[\n{"b":2},\n{"c":"\\u0023\\u0023[error]"}\n]}\n');
});

test('the list may be in an object, and empty', () => {
  const around = { a: 1, inner: { text: '}}' } };
  expect(JSON.parse(textOf({ around, name: 'list', items: [], depth: 2 }))).toEqual({
    a: 1,
    inner: { text: '}}', list: [] },
  });
});

test('items are made one after the other', () => {
  const made: number[] = [];
  function* items(): Generator<object> {
    for (const id of [1, 2]) {
      made.push(id);
      yield { id };
    }
  }
  const pieces = jsonWithList({ around: { a: 1 }, name: 'list', items: items() });
  pieces.next();
  expect(made).toEqual([]);
  pieces.next();
  expect(made).toEqual([1]);
});
