import { foldedLines, isFailed, type JsonLine, jsonLines, type Mark } from '../../../../src/page/detail/json-lines';
import { cutValue } from '../../../../src/report/cut/cut-value';

const textOf = ({ depth, key, tokens }: JsonLine): string =>
  `${'  '.repeat(depth)}${key === undefined ? '' : `${key}: `}${tokens.map(({ text }) => text).join('')}`;
const written = (value: unknown, marks: readonly Mark[] = []): string[] => jsonLines(value, marks).map(textOf);

test('writes a value in lines, with short parts on one', () => {
  expect(
    written({ a: 1, list: [], rows: [{ id: 12345678901234567890n, text: 'x"y' }, { deep: { more: [true, null] } }] }),
  ).toEqual([
    '{',
    '  "a": 1',
    '  "list": []',
    '  "rows": [',
    '    { "id": 12345678901234567890, "text": "x\\"y" }',
    '    {',
    '      "deep": {',
    '        "more": [true, null]',
    '      }',
    '    }',
    '  ]',
    '}',
  ]);
});

test('knows where each part ends, and its path', () => {
  const lines = jsonLines({ 'a.b': { c: { d: [{ e: 1 }, { f: { g: 1, h: {} } }] } } });
  const open = lines.findIndex(({ path }) => path === 'a\\.b');
  expect(lines[open]?.end).toBe(lines.length - 2);
  expect(lines.map(({ path }) => path)).toContain('a\\.b.c.d.1.f');
});

test('a value without parts is one line', () => {
  expect(written(5)).toEqual(['5']);
  expect(written({})).toEqual(['{}']);
  expect(written('text')).toEqual(['"text"']);
});

test('invisible characters are visible', () => {
  expect(written({ '\u202e': 'a\u0000\ud800' })).toEqual(['{ "\\u202e": "a\\u0000\\ud800" }']);
});

test('what a report cut out is counted', () => {
  const body = cutValue(
    { rows: Array.from({ length: 500 }, (_, id) => ({ id, text: 'x'.repeat(90) })) },
    { lines: 20, characters: 900 },
  );
  expect(written(body).join('\n')).toMatch(/… \d+ more items/);
  expect(written({ text: 'abc\uFDD05 character' })).toEqual(['{ "text": "abc" … 5 more characters }']);
});

describe('the places that checks refer to', () => {
  const body = { rows: [{ id: 1 }, '\uFDD07 item', { id: 9 }], status: 'failed' };
  const marked = (...marks: readonly Mark[]): string[] =>
    jsonLines(body, marks)
      .filter((line) => line.mark !== undefined || line.missing.length > 0)
      .map((line) => `${line.path} ${line.mark ?? ''}${line.missing.join()}`);

  test('are all items, if a check with * passed', () => {
    expect(marked({ at: ['rows', '*', 'id'], passed: true }, { at: ['rows', '8', 'id'], passed: false })).toEqual([
      'rows.0.id passed',
      'rows.8.id failed',
    ]);
  });

  test('are marked, with the worst outcome', () => {
    const at = ['status'];
    expect(marked({ at, passed: true })).toEqual(['status passed']);
    expect(marked({ at, passed: true }, { at, passed: false })).toEqual(['status failed']);
  });

  test('an index counts what was cut out, and counts from the end', () => {
    expect(marked({ at: ['rows', '8', 'id'], passed: false })).toEqual(['rows.8.id failed']);
    expect(marked({ at: ['rows', '-1', 'id'], passed: false })).toEqual(['rows.8.id failed']);
    expect(marked({ at: ['rows', '-9'], passed: false })).toEqual(['rows.0 failed']);
    expect(marked({ at: ['rows', '3', 'id'], passed: false })).toEqual([]);
  });

  test('a missing key is named where it should be', () => {
    expect(marked({ at: ['rows', '0'], passed: false, missing: 'name' })).toEqual(['rows.0 name']);
    expect(marked({ at: [], passed: false, missing: 'data' })).toEqual([' data']);
    expect(marked({ at: [], passed: true, missing: 'data' })).toEqual([]);
  });

  test('a part with a marked value is not on one line', () => {
    expect(written({ a: { b: 1 } }, [{ at: ['a', 'b'], passed: false }])).toHaveLength(5);
    expect(written({ a: { b: 1 } })).toHaveLength(3);
  });
});

describe('what is folded at first', () => {
  const part = (name: string) =>
    Array.from({ length: 10 }, (_, index) => ({ [name]: { text: 'x'.repeat(80), index } }));
  const body = { data: { left: part('a'), right: part('b') } };

  test('long parts without a failed check', () => {
    const at = ['data', 'right', '5', 'b', 'index'];
    const lines = jsonLines(body, [{ at, passed: false }]);
    const folded = foldedLines(lines);
    const paths = [...folded].map((index) => lines[index]?.path);
    expect(paths).toContain('data.left');
    expect(paths).not.toContain('data.right');
    const failed = lines.findIndex(isFailed);
    expect(lines[failed]?.path).toBe(at.join('.'));
    expect([...folded].filter((index) => index < failed && (lines[index]?.end ?? 0) > failed)).toEqual([]);
  });

  test('nothing of a short value', () => {
    expect(foldedLines(jsonLines({ data: { a: { b: { c: { d: part('x').slice(0, 2) } } } } })).size).toBe(0);
  });
});
