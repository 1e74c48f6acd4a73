import { NearMissNotices } from '../../../../src/jest/watch/near-miss-notices';
import { failedResult } from '../../../../src/runner/failed-result';

const missed = {
  path: 'data.eror',
  passed: true,
  found: false,
  expected: 'null or nothing',
  nearestPath: 'data.error',
};
const resultOf = (name: string) => failedResult({ name, api: 'auth', assertThat: {} }, 'not asked for');
const frame = (): string => '    at /app/scenarios.ts:12:5';

let printed: string[];
beforeEach(() => {
  printed = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(() => jest.restoreAllMocks());

test('a near miss is told once per scenario and path, with the line and what to do', () => {
  const notices = new NearMissNotices();
  const result = (name: string, path = missed.path) => ({ ...resultOf(name), outcomes: [{ ...missed, path }] });
  notices.of(result('first'), frame);
  notices.of(result('first'), frame);
  notices.of(result('second'), () => undefined);
  notices.of(result('first', 'data.erorr'), frame);

  expect(printed).toHaveLength(3);
  expect(printed[0]).toMatch(
    /jest-connector: scenario "first" \(scenarios\.ts:12\): data\.eror does not exist, so its check passed;\n {2}did you mean data\.error\?\n {2}Fix: /,
  );
  expect(printed[1]).toContain('scenario "second": data.eror does not exist');
});

test('nothing is said of a check that failed, or that found something', () => {
  const outcomes = [
    { ...missed, passed: false },
    { ...missed, nearestPath: undefined },
  ];
  new NearMissNotices().of({ ...resultOf('first'), outcomes }, frame);

  expect(printed).toEqual([]);
});
