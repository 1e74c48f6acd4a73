import type { DataComparison } from '../../../../src/output/baseline/comparison';
import { compareSteps } from '../../../../src/output/baseline/expected-data';
import type { ExpectedDataOptions } from '../../../../src/output/baseline/expected-data-options';
import { runAtOnce } from '../../../../src/output/chunked';
import { thrownBy } from '../../../support/matcher-failure';
import { asset, lines, outputFolder } from '../../../support/output-folder';

const folder = outputFolder();

type Baseline = Readonly<Record<string, readonly object[]>>;

function compare(expected: Baseline, received: readonly unknown[], options: ExpectedDataOptions = {}): DataComparison {
  const document = folder.file('baseline.json', expected);
  const records = Object.entries(expected).flatMap(([type, list]) =>
    list.map((record) => ({ typeName: type, ...record })),
  );
  const asLines = folder.file('baseline.jsonl', lines(records));
  const source = folder.output(received);
  const [one, other] = [document, asLines].map((file) => runAtOnce(compareSteps({ source, file, options })));
  expect(withoutPlaces(other!)).toEqual(withoutPlaces(one!));
  return one!;
}

const withoutPlaces = ({ types, matches }: DataComparison) => ({
  matches,
  types: types.map((type) => ({
    ...type,
    differences: type.differences.map(({ expectedPlace: _place, ...difference }) => difference),
  })),
});

/** `missing Table a`, `changed Table a: attributes.x`. */
const found = ({ types }: DataComparison): string[] =>
  types.flatMap(({ differences }) =>
    differences.map(({ kind, type, name, fields }) =>
      [`${kind} ${type} ${name}`, fields.map(({ path }) => path).join(' ')].filter(Boolean).join(': '),
    ),
  );

const table = (attributes: object, others: object = {}) => asset('Table', attributes, others);
const of = (...attributes: object[]): Baseline => ({ Table: attributes.map((each) => ({ attributes: each })) });

const orders = { name: 'orders', columnCount: 6 };

type Case = readonly [
  what: string,
  baseline: Baseline,
  received: object[],
  found: string[],
  options?: ExpectedDataOptions,
];

const CASES: readonly Case[] = [
  [
    'the same, in another order',
    of(orders, { name: 'a' }),
    [table({ name: 'a' }), table({ columnCount: 6, name: 'orders' })],
    [],
  ],
  ['a missing record', of(orders, { name: 'a' }), [table(orders)], ['missing Table a']],
  ['a record of another type', of(orders), [asset('View', orders)], ['missing Table orders', 'extra View orders']],
  ['an extra record', of(orders), [table(orders), table({ name: 'a' })], ['extra Table a']],
  [
    'a changed value',
    of(orders),
    [table({ ...orders, columnCount: 7 })],
    ['changed Table orders: attributes.columnCount'],
  ],
  [
    'a value of another type',
    of(orders),
    [table({ ...orders, columnCount: '6' })],
    ['changed Table orders: attributes.columnCount'],
  ],
  ['a missing field', of(orders), [table({ name: 'orders' })], ['changed Table orders: attributes.columnCount']],
  [
    'null where a value was',
    of(orders),
    [table({ ...orders, columnCount: null })],
    ['changed Table orders: attributes.columnCount'],
  ],
  ['an extra field', of(orders), [table({ ...orders, x: 1 })], ['changed Table orders: attributes.x']],
  ['an extra part', of(orders), [table(orders, { status: 'DELETED' })], ['changed Table orders: status']],
  [
    'a missing part',
    { Table: [{ attributes: orders, customAttributes: { a: 1 } }] },
    [table(orders)],
    ['changed Table orders: customAttributes'],
  ],
  [
    'a custom attribute',
    { Table: [{ attributes: orders, customAttributes: { a: 1 } }] },
    [table(orders, { customAttributes: { a: 2 } })],
    ['changed Table orders: customAttributes.a'],
  ],
  [
    'deep inside',
    of({ name: 'a', x: { y: [{ z: 1 }] } }),
    [table({ name: 'a', x: { y: [{ z: 2 }] } })],
    ['changed Table a: attributes.x.y.0.z'],
  ],
  [
    'what changes with each run',
    of({ ...orders, lastSyncRun: 'a', qualifiedName: 'x/1' }),
    [table({ ...orders, lastSyncRun: 'b', qualifiedName: 'x/2', table: {} })],
    [],
  ],
  ['a mask in what is ignored', of({ ...orders, lastSyncRun: '<uuid>' }), [table({ ...orders, lastSyncRun: 'b' })], []],
  [
    'ignored fields that replace the defaults',
    of({ ...orders, lastSyncRun: 'a' }),
    [table({ ...orders, columnCount: 1, lastSyncRun: 'b' })],
    ['changed Table orders: attributes.lastSyncRun'],
    { ignoredFields: { columnCount: 'alive' } },
  ],
  [
    'an ignored path',
    of({ name: 'a', x: [{ y: 1, z: 1 }] }),
    [table({ name: 'a', x: [{ y: 2, z: 2 }] })],
    ['changed Table a: attributes.x.0.z'],
    { ignoredFields: ['attributes.x.*.y'] },
  ],
  [
    'an ignored field beside the attributes',
    of(orders),
    [table(orders, { status: 'X' })],
    [],
    { ignoredFields: ['status'] },
  ],
  [
    'extra fields, where records are strict',
    of(orders),
    [table({ ...orders, x: 1 }, { y: 1 }), table({ name: 'b' })],
    ['extra Table b'],
    { strictComparison: 'records' },
  ],
  [
    'extra records and fields, where nothing is',
    of(orders),
    [table({ ...orders, x: 1 }), table({ name: 'b' }), asset('View', {})],
    [],
    { strictComparison: false },
  ],
  [
    'extra fields do not hide a change',
    of(orders),
    [table({ ...orders, columnCount: 1, x: 1 })],
    ['changed Table orders: attributes.columnCount'],
    { strictComparison: false },
  ],
  [
    'nor a missing field',
    of(orders),
    [table({ name: 'orders', x: 1 })],
    ['changed Table orders: attributes.columnCount'],
    { strictComparison: 'records' },
  ],
  [
    'fields inside a value stay strict',
    of({ name: 'a', x: { y: 1 } }),
    [table({ name: 'a', x: { y: 1, z: 1 } })],
    ['changed Table a: attributes.x.z'],
    { strictComparison: false },
  ],
  [
    'a missing record is one, strict or not',
    of(orders, { name: 'a' }),
    [table(orders)],
    ['missing Table a'],
    { strictComparison: false },
  ],
  [
    'children of one name, by their parents',
    { Column: [{ attributes: { name: 'id', tableName: 'a' } }, { attributes: { name: 'id', tableName: 'b', n: 1 } }] },
    [asset('Column', { name: 'id', tableName: 'b', n: 2 }), asset('Column', { name: 'id', tableName: 'a' })],
    ['changed Column b/id: attributes.n'],
  ],
  [
    'parents the baseline does not name',
    of({ name: 'a', n: 1 }),
    [table({ name: 'a', schemaName: 's', n: 1 })],
    [],
    { strictComparison: 'records' },
  ],
  [
    'parents of parents',
    of({ name: 'a', schemaName: 's' }, { name: 'a', schemaName: 't' }),
    [table({ name: 'a', schemaName: 't' }), table({ name: 'a', schemaName: 's' })],
    [],
  ],
  [
    'a parent that is ignored names nothing',
    of({ name: 'a', databaseName: 'd1' }),
    [table({ name: 'a', databaseName: 'd2' })],
    [],
    { ignoredFields: ['databaseName'] },
  ],
  ['the same record twice in the output', of(orders), [table(orders), table(orders)], ['duplicate Table orders']],
  [
    'twice, even where extra ones may be',
    of(orders),
    [table(orders), table({ ...orders, columnCount: 1 })],
    ['duplicate Table orders'],
    { strictComparison: false },
  ],
  ['twice in the baseline only', of(orders, orders), [table(orders)], ['missing Table orders']],
  ['twice in both', of(orders, orders), [table(orders), table(orders)], []],
  [
    'overloads',
    of({ name: 'f', n: 1 }, { name: 'f', n: 2 }),
    [table({ name: 'f', n: 3 }), table({ name: 'f', n: 1 })],
    ['changed Table f: attributes.n'],
  ],
  [
    'records without attributes',
    { '(no typeName)': [{ id: 7, v: 1 }] },
    [{ id: 7, v: 2 }],
    ['changed (no typeName) 7: v'],
  ],
  ['a record without a name', of(orders), [table(orders), table({ x: 1 })], ['extra Table (no name)']],
];

test.each(CASES.map((each) => [each[0], each] as const))('%s', (_what, [, baseline, received, expected, options]) => {
  const comparison = compare(baseline, received, options);
  expect(found(comparison)).toEqual(expected);
  expect(comparison.matches).toBe(expected.length === 0);
});

const MASKS: readonly (readonly [mask: string, holding: readonly unknown[], failing: readonly unknown[]])[] = [
  ['<any>', [1, null, '', {}, '<any>'], [undefined]],
  ['<string>', ['', 'x'], [1, null, undefined]],
  ['<number>', [0, 1.5], ['1', null, undefined]],
  ['<boolean>', [true, false], [1, 'true', null, undefined]],
  ['<uuid>', ['6d1a0a3e-2a50-4f0f-9d0e-0d2c6a2d5d5b'], ['x', '<uuid>', null, undefined]],
  ['<iso-date>', ['2025-02-28', '2025-02-28T10:00:00Z'], ['2025-02-30', 1, undefined]],
  ['\\<any>', ['<any>'], ['x', '\\<any>', undefined]],
  ['\\\\<any>', ['\\<any>'], ['<any>', '\\\\<any>']],
  ['<unknown>', ['<unknown>'], ['x']],
];

test.each(MASKS)('the mask %s', (mask, holding, failing) => {
  for (const strictComparison of [true, false, 'records'] as const) {
    const at = (x: unknown) =>
      compare(of({ name: 'a', list: [{ x: mask }] }), [table({ name: 'a', list: [{ x }] })], { strictComparison });
    expect(holding.filter((value) => !at(value).matches)).toEqual([]);
    for (const value of failing) expect(found(at(value))).toEqual(['changed Table a: attributes.list.0.x']);
  }
});

test('many records are counted, the first are kept', () => {
  const many = (n: number) => Array.from({ length: 100 }, (_, index) => ({ name: `t${index}`, n }));
  const { types } = compare(
    of(...many(1)),
    many(2).map((attributes) => table(attributes)),
  );
  expect(types[0]!.counts).toEqual({ missing: 0, extra: 0, changed: 100, duplicate: 0 });
  expect(types[0]!.differences).toHaveLength(20);
});

test.each([
  ['none.json', undefined, 'BASELINE_MISSING', 'run `jest -u`'],
  ['empty.json', '{}', 'BASELINE_INVALID', 'contains no records'],
  ['types.json', '{"Table":[]}', 'BASELINE_INVALID', 'contains no records'],
  [
    'object.json',
    '{"Table":{}}',
    'BASELINE_INVALID',
    'object.json:1.\n\n  Why: expected "[" (a list of records), found "{"',
  ],
  ['lines.json', '{"typeName":"Table"}', 'BASELINE_INVALID', 'expected "[" (a list of records), found "\\""'],
  ['broken.jsonl', '{"a":1}\n{', 'BASELINE_INVALID', 'broken.jsonl:1 has no name'],
  ['half.jsonl', '{"typeName":"T","id":1}\n{', 'BASELINE_INVALID', 'half.jsonl:2.\n\n  Why: SyntaxError'],
  ['nameless.json', '{"Table":[\n{"attributes":{"name":"<any>"}}]}', 'BASELINE_INVALID', 'nameless.json:2 has no name'],
  ['other.yaml', 'x', 'BASELINE_INVALID', 'a baseline ends with .json'],
])('a baseline %s with %j is refused', (name, text, code, problem) => {
  const file = text === undefined ? `${folder.path}/${name}` : folder.file(name, text);
  const source = folder.output([table(orders)]);
  for (const strictComparison of [true, false]) {
    const error = thrownBy(() => runAtOnce(compareSteps({ source, file, options: { strictComparison } })));
    expect(error.code).toBe(code);
    expect(error.message).toContain(problem);
  }
});
