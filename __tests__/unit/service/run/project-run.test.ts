import { digest, PROJECT_MARK, projectOf, type ProjectRun } from '../../../../src/service/run/project-run';

const CONNECTOR = { app: { command: ['one'] } };

const run = (rootDir: string, connector: unknown, mark?: string): ProjectRun => ({
  ...{ rootDir, mark, config: digest(connector), provided: {}, fromFiles: [], suspects: {} },
});

const one = run('/repo/one', CONNECTOR);
const two = run('/repo/two', CONNECTOR);
const inner = run('/repo/one/inner', CONNECTOR);
const other = run('/repo/other', {});

test.each([
  ['the one with its configuration', [one, other], CONNECTOR, '/repo/one/a.test.js', one],
  ['also for a test outside of its folder', [one, other], CONNECTOR, '/elsewhere/a.test.js', one],
  ['of several, the one whose folder it is in', [one, two], CONNECTOR, '/repo/two/a.test.js', two],
  ['none of two whose folders are in one another', [one, inner], CONNECTOR, '/repo/one/inner/a.test.js', undefined],
  ['none of several that are elsewhere', [one, two], CONNECTOR, '/repo/onet/a.test.js', undefined],
  ['none with another configuration', [one], { app: { command: ['x'] } }, '/repo/one/a.test.js', undefined],
  ['the only one, for a test whose project starts nothing', [one], undefined, '/repo/one/a.test.js', one],
  ['none of several, for a test whose project starts nothing', [one, two], undefined, '/x/a.test.js', undefined],
] as const)('a test file’s project is %s', (...[, projects, connector, testPath, expected]) => {
  expect(projectOf(projects, { globals: { connector }, testPath })).toBe(expected);
});

test('a configuration is named without being shown', () => {
  expect(digest({ env: { PASSWORD: 'hunter2' } })).toMatch(/^[0-9a-f]{16}$/);
});

test('a project’s mark decides, whatever its folder and its configuration', () => {
  const projects = [run('/repo/one', CONNECTOR, '1'), run('/repo/one', CONNECTOR, '2')];
  const asker = { globals: { [PROJECT_MARK]: '2', connector: CONNECTOR }, testPath: '/repo/one/a.test.js' };
  expect(projectOf(projects, asker)).toBe(projects[1]);
});
