import { runAtOnce } from '../../../../src/output/chunked';
import { eachRecord } from '../../../../src/output/read/each-record';
import { jsonDocument } from '../../../../src/output/read/json-document';
import { jsonLines } from '../../../../src/output/read/json-lines';
import { type OutputRecord, placeText, type RecordPlace } from '../../../../src/output/record';
import { thrownBy } from '../../../support/matcher-failure';
import { asset, lines, outputFolder } from '../../../support/output-folder';

const folder = outputFolder();

function visited(source: Parameters<typeof eachRecord>[0]): [OutputRecord, RecordPlace][] {
  const all: [OutputRecord, RecordPlace][] = [];
  const count = runAtOnce(eachRecord(source, (record, place) => all.push([record, place])));
  expect(count).toBe(all.length);
  return all;
}

const places = (source: string): string[] =>
  visited(source).map(([record, place]) => `${record['n']} ${placeText(place).replace(folder.path, '')}`);

test('a folder is read with its folders, in the order of paths, without what is no output', () => {
  folder.file('deep/b/2.jsonl', '{"n":3}\r\n\n  \n{"n":4}');
  folder.file('deep/a.json', '\uFEFF{"n":1}\n{"n":2}\n');
  folder.file('deep/c.ndjson', '{"n":5}\n');
  folder.file('deep/d.json', ' [\n{"n":6}\n,\n{"n":7}]');
  for (const other of ['_SUCCESS', 'statistics.json.ignore', '.hidden.json', '.git/x.json', 'x.csv']) {
    folder.file(`deep/${other}`, 'no JSON');
  }
  expect(places(`${folder.path}/deep`)).toEqual([
    '1 /deep/a.json:1',
    '2 /deep/a.json:2',
    '3 /deep/b/2.jsonl:1',
    '4 /deep/b/2.jsonl:4',
    '5 /deep/c.ndjson:1',
    '6 /deep/d.json:2',
    '7 /deep/d.json:4',
  ]);
  expect(places(`${folder.path}/deep/c.ndjson`)).toEqual(['5 /deep/c.ndjson:1']);
});

const DOCUMENT = `{
  "Table": [ {"a": "}]\\"\\\\", "b": {"c": [1, {"d": "ü€😀"}]}},
    {} ],
  "Vi\\u0065w": [], "":[{"x":[[]]}]
}
`;

test.each([1, 2, 3, 5, 7, 64, 1_000])('what is cut in pieces of %d bytes is put together again', (size) => {
  const document = folder.file('pieces.json', DOCUMENT);
  expect([...jsonDocument(document, size)].flat()).toEqual([
    { type: 'Table', line: 2, text: '{"a": "}]\\"\\\\", "b": {"c": [1, {"d": "ü€😀"}]}}' },
    { type: 'Table', line: 3, text: '{}' },
    { type: '', line: 4, text: '{"x":[[]]}' },
  ]);
  const file = folder.file('pieces.jsonl', '{"a":"ü€😀"}\n\n{"b":"\\n"}');
  expect([...jsonLines(file, size)].flat()).toEqual([
    { line: 1, text: '{"a":"ü€😀"}' },
    { line: 3, text: '{"b":"\\n"}' },
  ]);
});

test.each([
  ['[{"a":1}', 1, 'expected "," or "]", found the end of the file'],
  ['[{"a":1}\n{"a":2}]', 2, 'expected "," or "]", found "{"'],
  ['[{"a":1},\n]', 2, 'expected "{", found "]"'],
  ['[{"a":\n"1', 2, 'expected the end of the value that begins on line 1, found the end of the file'],
  ['[1]', 1, 'expected "{" or "]", found "1"'],
  ['[{}] x', 1, 'expected the end of the file, found "x"'],
  ['\n[\n{"a" 1}]', 3, 'in JSON at position'],
])('of a list %j line %d is named: %s', (text, line, problem) => {
  const file = folder.file('broken.json', text);
  const error = thrownBy(() => visited(file));
  expect(error).toMatchObject({ code: 'OUTPUT_UNREADABLE' });
  expect(error.message).toContain(`Cannot read the record at ${file}:${line}.`);
  expect(error.message).toContain(problem);
});

test.each([
  ['{"n":1}\n{"n":2\n{"n":3}\n', 2, 'SyntaxError'],
  ['{"n":1}\n{"n":2}\n"x"', 3, 'expected a JSON object.'],
  ['{"n":1}\n[]', 2, 'expected a JSON object.'],
  ['{\n  "n": 1\n}\n', 1, 'SyntaxError'],
])('of the lines %j line %d is named: %s', (text, line, problem) => {
  const file = folder.file('lines/broken.json', text);
  const error = thrownBy(() => visited(`${folder.path}/lines`));
  expect(error).toMatchObject({ code: 'OUTPUT_UNREADABLE' });
  expect(error.message).toContain(`Cannot read the record at ${file}:${line}.`);
  expect(error.message).toContain(problem);
});

test.each([
  ['none', undefined, 'no such file or folder'],
  ['empty-lines', { 'a.json': '\n\n', 'b.jsonl': '' }, 'There are no records in'],
  ['empty-list', { 'a.json': '[]' }, 'There are no records in'],
  ['others', { 'a.csv': 'x', _SUCCESS: '' }, 'it contains _SUCCESS, a.csv'],
])('output that is not there is never green: %s', (name, files, problem) => {
  for (const [file, text] of Object.entries(files ?? {})) folder.file(`${name}/${file}`, text);
  const error = thrownBy(() => visited(`${folder.path}/${name}`));
  expect(error).toMatchObject({ code: 'OUTPUT_MISSING' });
  expect(error.message).toContain(`${folder.path}/${name}`);
  expect(error.message).toContain(problem);
});

test('what was handed over is read as JSON has it', () => {
  const given = [{ ...asset('Table', { name: 'a', at: new Date(0), none: undefined, big: 5n, huge: 2n ** 70n }) }];
  expect(visited(given)).toEqual([
    [asset('Table', { name: 'a', at: '1970-01-01T00:00:00.000Z', big: 5, huge: 2n ** 70n }), { line: 1 }],
  ]);
  expect(thrownBy(() => visited([])).message).toContain('the list is empty');
  for (const wrong of [1, null, [{}], { a: new Map() }, { a: [Number.NaN] }, { a: () => 1 }]) {
    const { message, code } = thrownBy(() => visited([{}, wrong as never]));
    expect(code).toBe('OUTPUT_UNREADABLE');
    expect(message).toContain('Invalid record 2 in the list.');
  }
});

test('a long file is not held as a whole', () => {
  const many = folder.file(
    'many.jsonl',
    lines(Array.from({ length: 20_000 }, (_, n) => ({ n, text: 'x'.repeat(50) }))),
  );
  const steps = eachRecord(many, () => undefined);
  let pieces = 0;
  while (!steps.next().done) pieces += 1;
  expect(pieces).toBeGreaterThan(5);
});

test('an integer that a number cannot hold keeps its digits', () => {
  const line = '{"typeName":"Table","attributes":{"name":"a","id":9007199254740993}}';
  const record = asset('Table', { name: 'a', id: 9007199254740993n });
  for (const [name, text] of [
    ['big.jsonl', line],
    ['big-list.json', `[${line}]`],
  ] as const) {
    expect(visited(folder.file(name, text)).map(([read]: readonly unknown[]) => read)).toEqual([record]);
  }
});
