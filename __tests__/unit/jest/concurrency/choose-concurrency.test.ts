import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseConcurrency, requireNoHooks } from '../../../../src/jest/concurrency/choose-concurrency';
import type { TestFile } from '../../../../src/jest/test-file';

const folder = mkdtempSync(join(tmpdir(), 'choose-concurrency-'));
const testPath = join(folder, 'a.test.js');
beforeEach(() => writeFileSync(testPath, "describeConnector('a', []);\n"));
afterEach(() => jest.dontMock('jest/package.json'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (hooks: string[] = [], maxConcurrency = 5): TestFile => ({
  ...{ ended: new AbortController().signal, maxConcurrency },
  limit: () => undefined,
  hooksAround: () => () => hooks,
});
const choose = (wanted: number | true, testFile: TestFile | undefined = file()) =>
  chooseConcurrency({ wanted, testPath, site: { frame: `    at Object.<anonymous> (${testPath}:1:1)` }, testFile });

test.each([
  [1, 1],
  [3, 3],
  [5, 5],
  [true, 5],
] as const)('%j runs %i at the same time, and nothing is printed', (wanted, limit) => {
  expect(choose(wanted)).toMatchObject({ limit });
  expect(choose(wanted).notice).toBeUndefined();
});

test('Jest’s own limit is the lower one, and a line says how to raise it', () => {
  const { limit, notice } = choose(50);
  expect(limit).toBe(5);
  expect(notice).toMatch(/at most 5 scenarios run at the same time.* Fix: set maxConcurrency: 50 in the Jest config/);
  expect(choose(8, file([], 1))).toMatchObject({ limit: 1 });
});

test('before Jest 30.5 scenarios run one after the other, with the version in the line', () => {
  jest.doMock('jest/package.json', () => ({ version: '30.4.2' }));
  expect(choose(8)).toEqual({ limit: 1, notice: expect.stringMatching(/this is Jest 30\.4\.2.* Fix: npm install/) });
});

test('so they do under a test runner that is not the preset’s', () => {
  const chosen = chooseConcurrency({ wanted: 8, testPath, site: { frame: undefined }, testFile: undefined });
  expect(chosen).toEqual({
    limit: 1,
    notice: expect.stringContaining('the test runner of a.test.js is not the preset'),
  });
});

test('and where Jest would skip a hook of the user’s', () => {
  expect(choose(8, file(['afterEach']))).toEqual({
    limit: 1,
    notice: expect.stringMatching(/Jest doesn't call afterEach .* a\.test\.js.* Fix: use beforeScenario/),
  });
});

test.each([
  ['describeConnector(a);\nbeforeEach(() => 1);', 1],
  ['// below\ndescribeConnector(a);\nconst x = 1; afterEach (f);', 1],
  ['describeConnector(a);\n// beforeEach(() => 1);\n/* afterEach(f) */', 3],
  ['describeConnector(a);\nimport { beforeEach } from "x";', 3],
])('a hook below the block counts, in code: %j', (source, limit) => {
  writeFileSync(testPath, source);
  expect(choose(3).limit).toBe(limit);
});

test('one above it is known from Jest, which also knows for which tests it is', () => {
  writeFileSync(testPath, "describe('x', () => { beforeEach(f); });\n\ndescribeConnector(a);\n");
  const frame = `    at Object.<anonymous> (${testPath}:3:1)`;
  expect(chooseConcurrency({ wanted: 3, testPath, site: { frame }, testFile: file() }).limit).toBe(3);
  const elsewhere = '    at describeAll (/app/helper.js:1:1)';
  expect(chooseConcurrency({ wanted: 3, testPath, site: { frame: elsewhere }, testFile: file() }).limit).toBe(1);
});

test('a hook that another file adds below the block is an error', () => {
  expect(() => requireNoHooks([])).not.toThrow();
  expect(() => requireNoHooks(['beforeEach'])).toThrow('beforeEach is below describeConnector(…)');
});

test('without concurrency, the stack line of the block is not computed', () => {
  const site = {
    get frame(): string {
      throw new Error('computed');
    },
  };
  expect(chooseConcurrency({ wanted: 1, testPath: '/app/a.test.js', site, testFile: file() })).toEqual({ limit: 1 });
});
