import { fieldsOf } from '../../../../src/run-report/model/response-fields';

test('lists the values that have no parts, sorted, with one path for the items of a list', () => {
  const body = { success: true, data: { checks: [{ name: 'a' }, { name: 'b', passed: true }], empty: {}, none: null } };
  expect(fieldsOf(body)).toEqual(['data.checks.*.name', 'data.checks.*.passed', 'data.empty', 'data.none', 'success']);
});

test('a body that is a list, a string or nothing', () => {
  expect(fieldsOf([{ a: 1 }, 2])).toEqual(['*', '*.a']);
  expect(fieldsOf('text')).toEqual([]);
  expect(fieldsOf(null)).toEqual([]);
  expect(fieldsOf([])).toEqual([]);
});

test('escapes dots in keys, as checks do', () => {
  expect(fieldsOf({ 'a.b': { c: 1 } })).toEqual(['a\\.b.c']);
});

test('what a report cut out is no field', () => {
  expect(fieldsOf({ list: [1, '\uFDD03 item'], text: 'abc\uFDD05 character', '\uFDD02 key': null })).toEqual([
    'list.*',
    'text',
  ]);
});

test('an object with many keys is a map, and its keys share a path', () => {
  const map = Object.fromEntries(Array.from({ length: 61 }, (_, index) => [`id${index}`, { rows: index }]));
  expect(fieldsOf({ map })).toEqual(['map.*.rows']);
});

test('is bounded, in depth and in number', () => {
  let deep: unknown = 1;
  for (let level = 0; level < 100; level += 1) deep = { a: deep };
  expect(fieldsOf(deep)).toEqual([Array.from({ length: 12 }, () => 'a').join('.')]);
  const wide = (depth: number): unknown =>
    depth === 0 ? 1 : Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, wide(depth - 1)]));
  expect(fieldsOf(wide(3))).toHaveLength(500);
});
