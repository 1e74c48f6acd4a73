import { lazy } from '../../../src/lazy';
import { SCENARIO_SHAPE } from '../../../src/scenario/scenario-shape';

const later = lazy(() => ({}));
/** As arktype makes them. */
const standard = Object.assign(() => ({}), { '~standard': { vendor: 'test', validate: () => ({ value: 1 }) } });
const compute = (): object => ({});

/** What each field accepts and refuses; what depends on other fields has its own tests. */
const FIELDS: Readonly<Record<string, readonly [accepted: readonly unknown[], refused: readonly unknown[]]>> = {
  name: [['auth_valid'], ['', 1, undefined, null]],
  args: [
    [{}, later],
    [null, undefined, 'text', 1, compute],
  ],
  description: [
    ['', 'x'],
    [1, null, {}],
  ],
  skip: [
    [true, false],
    ['yes', 1, null],
  ],
  skipReason: [['later'], ['', 1]],
  only: [[true], ['true']],
  todo: [[true], [0]],
  tags: [
    [[], ['smoke', 'slow']],
    ['smoke', ['smoke', 'two words'], ['smoke', 1], ['']],
  ],
  needs: [
    [[], ['a', 'b']],
    ['a', ['a', ''], ['a', 1]],
  ],
  serial: [[true], ['a']],
  lock: [['tenant'], ['', true]],
  endpoint: [['/extract'], ['', 1]],
  headers: [
    [later, {}, { a: 'text', b: 1, c: true, d: lazy(() => 'x') }],
    [compute, null, 'a: b', ['a'], { a: 'text', b: {} }, { a: null }],
  ],
  query: [[{ page: 2 }], [{ page: [2] }]],
  timeout: [
    [1, 30_000],
    [0, -1, '30', NaN, Infinity],
  ],
  requires: [
    [[], ['MY_DB', '_b', 'c2']],
    ['MY_DB', ['MY_DB', '2'], ['MY_DB', 'A B'], ['MY_DB', 1], ['']],
  ],
  onMissing: [
    ['fail', 'skip'],
    ['', 'failed', undefined],
  ],
  metadata: [
    [{}, later, compute],
    [[], 'text', null, 1],
  ],
  connection: [[{}, compute], ['name']],
  connectionConfig: [[{}, later], [[{}]]],
  checksToRun: [
    [[], ['a', lazy(() => 'b')], compute],
    ['a', ['a', ''], ['a', 1]],
  ],
  preflightTimeout: [
    [1_000, compute],
    ['1s', -1],
  ],
  entrypoint: [
    ['miner', later],
    ['', 1],
  ],
  credentials: [
    [{}, [], [{ key: 'a', value: 'b' }], later, compute],
    ['user', null, 1],
  ],
  configAction: [
    ['get', 'update'],
    ['', 'set', undefined],
  ],
  configWorkflowId: [
    ['id', later],
    ['', 1],
  ],
  configPayload: [[{}, [], 'text', 1, null], [compute]],
  retries: [
    [1, 2, 10],
    [0, 11, -1, 1.5, 2.5, '2', true],
  ],
  eventually: [[{}], [true, 60_000, [], null]],
  waitFor: [
    ['COMPLETED', ['COMPLETED', 'FAILED']],
    ['', [], ['COMPLETED', ''], ['COMPLETED', 1], true],
  ],
  expectedData: [
    ['a.json', 'tests/a.jsonl', 'a.ndjson'],
    ['.json', 'a.json5', 'a.yaml', { length: 1 }, ['a.json'], Object('a.json') as unknown],
  ],
  extractedOutputBasePath: [['./local'], ['', 1]],
  outputSubdirectory: [
    ['', 'raw'],
    [1, null],
  ],
  schema: [
    [{}, standard, Promise.resolve({})],
    [null, 'text', true, undefined, [], compute],
  ],
  recordRules: [[[]], [{}, 'nonEmpty']],
};

const rows = (index: 0 | 1) =>
  Object.entries(FIELDS).flatMap(([field, values]) => values[index].map((value) => [field, value] as const));

test.each(rows(0))('%s accepts %p', (field, value) => {
  expect(SCENARIO_SHAPE[field]?.accepts(value)).toBe(true);
});

test.each(rows(1))('%s refuses %p', (field, value) => {
  expect(SCENARIO_SHAPE[field]?.accepts(value)).toBe(false);
});

test('a name is required, and nothing else', () => {
  const required = Object.entries(SCENARIO_SHAPE).filter(([, rule]) => rule.required);
  expect(required.map(([field]) => field)).toEqual(['name']);
});
