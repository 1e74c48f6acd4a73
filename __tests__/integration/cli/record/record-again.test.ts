import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, readSettings, recordingProject } from '../../../support/recording';

jest.mock('../../../../src/cli/doctor/jest-settings', () => ({
  readJestSettings: (jest: unknown, rootDir: string) => readSettings(jest, rootDir),
}));

const project = recordingProject();
const { record, sent } = project;
const FILE = join('tests/integration/shop', OUT);
const textOf = (path: string): string => readFileSync(path, 'utf8');
const namesIn = (text: string): string[] => [...text.matchAll(/\bname: '(\w+)',\n/g)].map(([, name = '']) => name);

test('with --writes, a second --all records only what the file lacks', async () => {
  await record('--all');
  const first = textOf(FILE);
  const { exitCode, printed } = await record('--all', '--writes');
  expect(exitCode).toBe(0);
  expect(printed).toMatch(
    /^extended +\S+ \(export recorded2\)\n +workflow_completes .*\n +config_update .*\n +config_read /,
  );
  expect(printed).toMatch(/^Already there:\n {2}auth_valid: tests\/integration\/shop\/recorded\.scenarios\.js:\d+$/m);
  expect(namesIn(textOf(FILE))).toEqual([...namesIn(first), 'workflow_completes', 'config_update', 'config_read']);
});

test('if the file has all scenarios, it stays as it is, and nothing is sent', async () => {
  await record('--all', '--writes');
  const [text, count] = [textOf(FILE), sent().length];
  const { exitCode, printed } = await record('--all', '--writes', '--name', 'second');
  expect([exitCode, textOf(FILE), sent().length]).toEqual([0, text, count]);
  expect(printed).toMatch(/^unchanged +\S+ \(it has all scenarios already\)\n/);
  const withoutWrites = (await record('--all')).printed;
  expect(withoutWrites).toContain('  workflow_completes: tests/integration/shop/recorded.scenarios.js:');
  expect(withoutWrites).not.toContain('Not recorded:');
  expect(JSON.parse((await record('--all', '--writes', '--json')).printed)).toMatchObject({
    ...{ outcome: 'unchanged', exportName: null, scenarios: [], leftOut: [] },
    present: expect.arrayContaining([{ name: 'auth_valid', line: expect.any(Number) as number }]) as unknown,
  });
});

test('a scenario that another one needs is recorded with it, and a login is tried first', async () => {
  writeFileSync(
    OUT,
    "exports.a = [{ name: 'auth_valid' }, { name: 'config_update' }, { name: 'preflight_partial' }];\n",
  );
  await record('--all', '--writes', '--out', OUT, '--json');
  const names = namesIn(textOf(OUT));
  expect(names).toEqual(expect.arrayContaining(['auth_wrong_credentials', 'config_update', 'config_read']));
  expect(names).not.toEqual(expect.arrayContaining(['auth_valid']));
  expect(names).not.toEqual(expect.arrayContaining(['preflight_ready']));
  expect(sent()[0]).toBe('POST /workflows/v1/auth');
});

test('with --name, the fix for what needs --writes can be followed', async () => {
  const { printed } = await record('--all', '--name', 'mine');
  expect(printed).toContain('Fix: run the same command with --writes, and another --name.');
  expect(await record('--all', '--name', 'mine', '--writes')).toMatchObject({ exitCode: 2 });
});

test('a taken name is no problem of a command that does not record', async () => {
  await record('--all');
  expect((await record()).notices).not.toContain('--name');
});

test('if the test was deleted, the earlier exports are named too', async () => {
  await record('--all');
  rmSync('tests/integration/shop/recorded.test.js');
  expect((await record('--all', '--writes')).printed).toContain(
    "There is no tests/integration/shop/recorded.test.js. The earlier exports of tests/integration/shop/recorded.scenarios.js don't run either, unless another test imports them. Add to a test what it lacks: describeConnector('recorded', recorded); describeConnector('recorded2', recorded2).",
  );
});
