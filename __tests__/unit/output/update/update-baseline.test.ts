import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { compareWithExpectedData, expectedDataSteps } from '../../../../src/output/baseline/compare-with-expected-data';
import type { ExpectedDataOptions } from '../../../../src/output/baseline/expected-data-options';
import { runAtOnce } from '../../../../src/output/chunked';
import { learnSecretsOf } from '../../../../src/redaction/process-redactor';
import { thrownBy } from '../../../support/matcher-failure';
import { asset, lines, outputFolder } from '../../../support/output-folder';
import { rejection } from '../../../support/rejection';

const folder = outputFolder();
let next = 0;

/** The text of a baseline, after it was written from these records. */
function written(
  received: readonly object[],
  before?: string,
  options: ExpectedDataOptions = {},
  form = 'json',
): string {
  const file = `${folder.path}/expected/${(next += 1)}.${form}`;
  if (before !== undefined) folder.file(`expected/${next}.${form}`, before);
  const order = { source: received as never, file, options };
  const comparison = runAtOnce(expectedDataSteps(order, true));
  expect(comparison).toMatchObject({ matches: true });
  // What was written is what the next run compares with.
  expect(runAtOnce(expectedDataSteps(order, false))).toMatchObject({ matches: true, written: false });
  return readFileSync(file, 'utf8');
}

const RECORDS = [
  asset('View', { name: 'v', lastSyncRun: 'x' }),
  asset('Table', { name: 'b', z: 1, a: { y: [{ c: 2, b: 1 }] } }, { customAttributes: {}, status: 'ACTIVE' }),
  asset('Table', { qualifiedName: 'q/1', name: 'a', text: '<any>', other: '\\<uuid>' }),
  asset('Table', { name: 'a', schemaName: 's' }),
];

test('it is sorted, readable, and without what is not compared', () => {
  const text = written(RECORDS);
  expect(text).toMatchInlineSnapshot(`
   "{
     "Table": [
       {
         "attributes": {
           "name": "a",
           "other": "\\\\\\\\<uuid>",
           "text": "\\\\<any>"
         }
       },
       {
         "attributes": {
           "a": {
             "y": [
               {
                 "b": 1,
                 "c": 2
               }
             ]
           },
           "name": "b",
           "z": 1
         },
         "customAttributes": {},
         "status": "ACTIVE"
       },
       {
         "attributes": {
           "name": "a",
           "schemaName": "s"
         }
       }
     ],
     "View": [
       {
         "attributes": {
           "name": "v"
         }
       }
     ]
   }
   "
  `);
  expect(written([...RECORDS].reverse())).toBe(text);
  expect(written(RECORDS, undefined, {}, 'jsonl')).toBe(
    lines(
      [
        { typeName: 'Table', attributes: { name: 'a', other: '\\\\<uuid>', text: '\\<any>' } },
        {
          typeName: 'Table',
          attributes: { name: 'b', a: { y: [{ b: 1, c: 2 }] }, z: 1 },
          customAttributes: {},
          status: 'ACTIVE',
        },
        { typeName: 'Table', attributes: { name: 'a', schemaName: 's' } },
        { typeName: 'View', attributes: { name: 'v' } },
      ].map((record) => JSON.parse(JSON.stringify(record, sortedKeys)) as object),
    ),
  );
});

const sortedKeys = (key: string, value: unknown): unknown =>
  key === 'attributes' ? Object.fromEntries(Object.entries(value as object).sort()) : value;

test('one that matches is left as it is', async () => {
  const text = '{"Table": [{"attributes": {"name": "<any>", "qualifiedName": "q"}}]}';
  const file = folder.file('same.json', text);
  const { mtimeMs } = statSync(file);
  const options = { update: true, ignoredFields: [] };
  const comparison = await compareWithExpectedData([asset('Table', { name: 'a', qualifiedName: 'q' })], file, options);
  expect(comparison).toMatchObject({ matches: true, written: false });
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test('masks that hold stay, others go', () => {
  const before = {
    Table: [{ attributes: { name: 'a', id: '<number>', at: '<iso-date>', list: [{ x: '<any>' }], n: 1 } }],
  };
  const after = written(
    [asset('Table', { name: 'a', id: 5, at: 'soon', list: [{ x: 1 }, { x: 2 }], n: 2, more: 1 })],
    JSON.stringify(before),
  );
  expect(JSON.parse(after)).toEqual({
    Table: [{ attributes: { name: 'a', id: '<number>', at: 'soon', list: [{ x: '<any>' }, { x: 2 }], n: 2, more: 1 } }],
  });
});

test.each([
  ['records' as const, { Table: [{ attributes: { name: 'a', n: 2 } }, { attributes: { name: 'b', m: 1 } }] }],
  [false as const, { Table: [{ attributes: { name: 'a', n: 2 } }] }],
])('what a comparison with strictComparison %j leaves open stays open', (strictComparison, after) => {
  const before = '{"Table": [{"attributes": {"name": "a", "n": 1}}, {"attributes": {"name": "gone"}}]}';
  const received = [asset('Table', { name: 'a', n: 2, m: 2 }, { status: 'x' }), asset('Table', { name: 'b', m: 1 })];
  expect(JSON.parse(written(received, before, { strictComparison }))).toEqual(after);
});

test('no secret is written: it is any value from then on', () => {
  learnSecretsOf({ credentials: { password: 'cAn4ry-secret' } });
  const record = { name: 'a', sql: 'x cAn4ry-secret y', token: 'abcdefgh', deep: { list: ['cAn4ry-secret', 1] } };
  const text = written([asset('Table', { ...record, keys: { 'cAn4ry-secret': 1 } })]);
  expect(text).not.toContain('cAn4ry');
  expect(JSON.parse(text)).toEqual({
    Table: [{ attributes: { name: 'a', sql: '<any>', token: '<any>', deep: { list: ['<any>', 1] }, keys: '<any>' } }],
  });
  const named = thrownBy(() => written([asset('Table', { name: 'cAn4ry-secret' })]));
  expect(named).toMatchObject({
    code: 'BASELINE_INVALID',
    why: expect.stringContaining('must not contain a secret'),
  });
});

test('without an update nothing is ever written, and with one nothing from no output', async () => {
  const file = `${folder.path}/never/baseline.json`;
  const missing = rejection(compareWithExpectedData(RECORDS, file));
  expect(await missing).toMatchObject({ code: 'BASELINE_MISSING', message: expect.stringContaining('run `jest -u`') });
  const empty = rejection(compareWithExpectedData(folder.path + '/nothing', file, { update: true }));
  expect(await empty).toMatchObject({ code: 'OUTPUT_MISSING' });
  const nameless = rejection(compareWithExpectedData([...RECORDS, asset('Table', {})], file, { update: true }));
  expect(await nameless).toMatchObject({
    code: 'BASELINE_INVALID',
    message: expect.stringContaining('record 5 has no name'),
  });
  const broken = folder.file('broken.json', '{"Table": [');
  expect(await rejection(compareWithExpectedData(RECORDS, broken, { update: true }))).toMatchObject({
    code: 'BASELINE_INVALID',
  });
  expect(readFileSync(broken, 'utf8')).toBe('{"Table": [');
  expect(existsSync(`${folder.path}/never`)).toBe(false);
  expect(readdirSync(folder.path).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});

test.each([
  [undefined, {}, 'the path of a baseline'],
  ['x.json', { strictcomparision: false }, 'did you mean: strictComparison'],
  ['x.json', { strictComparison: 'yes' }, "true, 'records' or false"],
  ['x.json', { ignoredFields: 'name' }, 'a list of names or paths'],
  ['x.json', { ignoredFields: { a: '' } }, 'a list of names or paths'],
  ['x.json', { ignoredFields: ['a..b', 'attributes.*'] }, 'nothing would be compared'],
  ['x.json', { ignoredFields: ['a[0]'] }, 'did you mean "a.0"'],
  ['x.json', { update: 1 }, 'true or false'],
  ['x.json', null, 'an object'],
])('options %j %j are refused', async (file, options, problem) => {
  const error = await rejection(compareWithExpectedData(RECORDS, file as never, options as never));
  expect(error).toMatchObject({ code: 'INVALID_OPTIONS', message: expect.stringContaining(problem) });
});

test('an integer that a number cannot hold is written with all its digits, and compared so', () => {
  const before = written([asset('Table', { name: 'a', id: 9007199254740993n, ids: [-(2n ** 70n)] })]);
  expect(before).toContain('"id": 9007199254740993,');
  expect(before).toContain(`-${2n ** 70n}`);
  const changed = [asset('Table', { name: 'a', id: 9007199254740992n, ids: [-(2n ** 70n)] })];
  const file = folder.file('expected/digits.json', before);
  const comparison = runAtOnce(expectedDataSteps({ source: changed, file, options: {} }, false));
  expect(comparison).toMatchObject({ matches: false });
  expect(comparison.report).toMatch(/expected: 9007199254740993n\n\s+received: 9007199254740992n/);
  expect(written(changed, before)).toContain('"id": 9007199254740992,');
  expect(written(changed, undefined, {}, 'jsonl')).toContain('"id":9007199254740992,');
});

test('a record may be known by such an integer, and a mask of a number stands for it', () => {
  const records = [9007199254740992n, 9007199254740993n].map((id) => asset('Row', { id, size: id }));
  const before = '{"Row": [{"attributes": {"id": 9007199254740992, "size": "<number>"}}]}';
  const text = written(records, before);
  expect(text.match(/"id": \d+/g)).toEqual(['"id": 9007199254740992', '"id": 9007199254740993']);
  expect(text).toContain('"<number>"');
});
