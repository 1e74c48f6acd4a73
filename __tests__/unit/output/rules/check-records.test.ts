import {
  attributeNotNull,
  checkRecords,
  countBetween,
  matchesRecordSchema,
  nonEmpty,
  readRecords,
  referencesResolve,
  requiredAttributes,
  uniqueQualifiedName,
} from '../../../../src/output/lazy-output';
import { type RecordRule, warn } from '../../../../src/output/rules/record-rule';
import { asset, lines, outputFolder } from '../../../support/output-folder';
import { rejection } from '../../../support/rejection';

const folder = outputFolder();

const table = (attributes: object, others?: object) => asset('Table', attributes, others);
const named = (...names: string[]) => names.map((name) => table({ name, qualifiedName: `c/${name}` }));
const refersTo = (typeName: string, qualifiedName: string) => ({ typeName, uniqueAttributes: { qualifiedName } });
const column = (name: string, attributes: object, others?: object) =>
  asset('Column', { name, qualifiedName: `c/t/${name}`, connectionQualifiedName: 'c', ...attributes }, others);

/** A schema as zod and others have it. */
const standard = {
  '~standard': {
    vendor: 'test',
    validate: (value: unknown) =>
      (value as { attributes: { n?: unknown } }).attributes.n === 1
        ? { value }
        : { issues: [{ message: 'not 1', path: ['attributes', 'n'] }] },
  },
};

type Case = readonly [rule: RecordRule, holding: readonly object[], failing: readonly object[], finding: string];

const CASES: readonly Case[] = [
  [nonEmpty('View'), [asset('View', {})], named('a'), 'there is none'],
  [countBetween('Table', 1, 2), named('a', 'b'), named('a', 'b', 'c'), 'there are 3'],
  [countBetween('View', 0, 0), named('a'), [asset('View', {})], 'there are 1'],
  [requiredAttributes('n'), [table({ n: null })], [table({ name: 'a' })], 'record 1: Table a: n is missing'],
  [
    requiredAttributes(['n', 'customAttributes.m'], { type: 'Table' }),
    [table({ n: 1 }, { customAttributes: { m: 1 } }), asset('View', {})],
    [table({ name: 'a', m: 1 })],
    'Table a: n is missing, customAttributes.m is missing',
  ],
  [
    requiredAttributes('n', { type: 'View' }),
    [asset('View', { n: 1 })],
    [table({ n: 1 })],
    'there are no records of type View, so nothing was checked',
  ],
  [requiredAttributes('id'), [{ id: 1 }], [{ id2: 1 }], '(no typeName) (no name): id is missing'],
  [attributeNotNull('n'), [table({ n: 0 })], [table({ name: 'a', n: null })], 'Table a: n is null'],
  [attributeNotNull(['n']), [table({ n: '' })], [table({ name: 'a' })], 'Table a: n is missing'],
  [attributeNotNull('n', { type: 'View' }), [asset('View', { n: 1 })], [table({ n: 1 })], 'nothing was checked'],
  [
    uniqueQualifiedName(),
    [...named('a', 'b'), asset('View', { qualifiedName: 'c/a' })],
    named('a', 'b', 'a'),
    'record 3: Table c/a already exists, at record 1',
  ],
  [
    uniqueQualifiedName({ type: 'Table' }),
    [...named('a'), asset('View', {})],
    [table({ name: 'a' })],
    'Table a has no qualifiedName',
  ],
  [matchesRecordSchema(standard), [table({ n: 1 })], [table({ name: 'a', n: 2 })], 'Table a: at "attributes.n": not 1'],
  [
    matchesRecordSchema({ required: ['status'] }, { type: 'Table' }),
    [table({}, { status: 1 }), asset('View', {})],
    [table({ name: 'a' })],
    "Table a: it must have required property 'status'",
  ],
  [
    referencesResolve(),
    [...named('t'), column('x', { table: refersTo('Table', 'c/t') })],
    [column('x', { table: refersTo('Table', 'c/t') }), column('y', { table: refersTo('Table', 'c/t') })],
    'Table c/t does not exist; Column x (table) at record 1 and 1 more refer to it',
  ],
  [
    referencesResolve(),
    [...named('t'), column('x', { tableQualifiedName: 'c/t' })],
    [column('x', { tableQualifiedName: 'c/t' })],
    'c/t does not exist; Column x (tableQualifiedName) at record 1 refers to it',
  ],
  [
    referencesResolve(),
    [...named('t', 'u'), table({ inputs: [refersTo('Table', 'c/t'), refersTo('Table', 'c/u')] })],
    [...named('t'), table({ name: 'p', inputs: [refersTo('Table', 'c/t'), refersTo('View', 'c/t')] })],
    'View c/t does not exist',
  ],
  [
    referencesResolve(),
    [
      ...named('t'),
      column('x', {}, { relationshipAttributes: { table: { typeName: 'Table', qualifiedName: 'c/t' } } }),
    ],
    [...named('t'), column('x', { table: refersTo('Table', 'other/t') })],
    'there are no references, so nothing was checked',
  ],
  [
    referencesResolve({ ignoredFields: ['view'] }),
    [...named('t'), column('x', { table: refersTo('Table', 'c/t'), view: refersTo('View', 'c/v') })],
    named('t'),
    'there are no references, so nothing was checked',
  ],
];

test.each(CASES.map((each) => [each[0].name, each] as const))('%s', async (name, [rule, holding, failing, finding]) => {
  // Twice: a rule keeps nothing from one run for the next.
  for (let run = 0; run < 2; run += 1) {
    expect(await checkRecords(holding as never, [rule])).toMatchObject({ passed: true, records: holding.length });
    const { passed, report } = await checkRecords(failing, [rule]);
    expect(report).toContain(finding);
    expect(report).toContain(`error: ${name}`);
    expect(passed).toBe(false);
  }
});

test('warnings are shown, and fail nothing', async () => {
  const rules = [warn(requiredAttributes('n')), nonEmpty('Table')];
  const { passed, report, outcomes } = await checkRecords(named('a', 'b'), rules);
  expect(passed).toBe(true);
  expect(outcomes.map(({ severity, count }) => [severity, count])).toEqual([
    ['warning', 2],
    ['error', 0],
  ]);
  expect(report).toMatch(
    /^2 records: 1 rule passed, 1 warning\.\n\nwarning: each record has n\n {2}record 1: Table a: n is missing/,
  );
  expect((await checkRecords(named('a') as never, [nonEmpty()])).report).toBe('1 record: 1 rule passed.');
});

test('a rule of one’s own; the first findings are shown with file and line, the others counted', async () => {
  const rule: RecordRule = {
    name: 'even',
    start: () => {
      let odd = 0;
      return {
        record: ({ n }) => ((n as number) % 2 === 0 ? undefined : [`${n} is odd`, `odd ${(odd += 1)}`]),
        end: () => `${odd} in all`,
      };
    },
  };
  const file = folder.file('own/records.json', lines(Array.from({ length: 60 }, (_, n) => ({ n }))));
  const { outcomes, report } = await checkRecords(file, [rule]);
  expect(outcomes[0]).toMatchObject({ count: 61 });
  expect(outcomes[0]!.findings).toHaveLength(20);
  expect(report).toContain(`  ${file}:2: 1 is odd\n  ${file}:2: odd 1\n`);
  expect(report).toContain('  … 56 more');
});

test.each([
  [
    'throws',
    () => {
      throw new TypeError('no name');
    },
    'the rule threw TypeError: no name',
  ],
  ['returns no text', () => false, 'the rule returned false instead of a string'],
  ['returns a promise', async () => undefined, 'the rule returned a Promise instead of a string'],
])('a rule that %s has found something', async (_what, record, finding) => {
  const { passed, report } = await checkRecords(named('a'), [
    { name: 'own', start: () => ({ record: record as never }) },
  ]);
  expect(passed).toBe(false);
  expect(report).toContain(finding);
});

test.each([
  [undefined, 'a list with at least one rule'],
  [[], 'a list with at least one rule'],
  [[nonEmpty], 'are its parentheses missing?'],
  [[{ name: 'x' }], 'a rule: { name, start }'],
  [[{ ...nonEmpty(), severity: 'warn' }], "severity: 'error' or 'warning'"],
  [[requiredAttributes([])], 'at least one name of an attribute'],
  [[requiredAttributes(undefined as never)], 'at least one name of an attribute'],
  [[attributeNotNull('a', { type: '' })], 'the name of a type'],
  [[attributeNotNull('a', 'Table' as never)], 'expected options'],
  [[countBetween('Table', 5, 1)], 'expected two counts, received 5, 1'],
  [[countBetween(undefined as never, 1, 5)], 'expected the name of a type'],
  [[matchesRecordSchema({})], 'the schema is empty'],
  [[referencesResolve({ ignoredFields: 'x' as never })], 'ignoredFields to be a list'],
])('rules %# are refused: %j', async (rules, problem) => {
  const error = await rejection(checkRecords(named('a'), rules as never));
  expect(error).toMatchObject({ code: 'INVALID_OPTIONS', message: expect.stringContaining(problem) });
});

test('readRecords gives one record after the other', async () => {
  const file = folder.file(
    'read/many.jsonl',
    lines(Array.from({ length: 5_000 }, (_, n) => ({ n, text: 'x'.repeat(60) }))),
  );
  const numbers: number[] = [];
  for await (const { n } of readRecords(file)) numbers.push(n as number);
  expect(numbers).toEqual(Array.from({ length: 5_000 }, (_, n) => n));
  expect(await rejection(readRecords(`${folder.path}/none`).next())).toMatchObject({ code: 'OUTPUT_MISSING' });
});
