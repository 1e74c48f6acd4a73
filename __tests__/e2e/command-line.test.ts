import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installPackage } from './installed-project';
import { runCli } from './run-cli';
import { type CommandResult, runCommand } from './run-command';

let project: string;

beforeAll(async () => {
  project = (await installPackage()).project('command-line');
}, 300_000);

/** As a person would, in a folder below the one that the package is installed in. */
const npx = (...args: string[]): Promise<CommandResult> =>
  runCommand(['npx', '--no-install', 'jest-connector', ...args], { cwd: project });

const cli = (...args: string[]): Promise<CommandResult> => runCli(project, args);

test('npx runs the command of the installed package', async () => {
  const { exitCode, stdout, stderr } = await npx('--help');
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Usage: jest-connector <command> \[options\]\n/);
  expect(stdout).toMatch(/^ {2}show .*Opens the page of a report/m);
  expect(exitCode).toBe(0);
}, 30_000);

test('wrong usage and failures have exit codes of their own, and leave standard output empty', async () => {
  const [usage, failure] = await Promise.all([cli('shwo'), cli('show', 'nowhere')]);
  expect([usage.exitCode, usage.stdout, usage.stderr]).toEqual([2, '', expect.stringContaining('Did you mean show?')]);
  expect([failure.exitCode, failure.stdout]).toEqual([1, '']);
  expect(failure.stderr).toContain('Why: The folder "');
  expect(failure.stderr).toContain('See: node_modules/jest-connector/docs/reference/errors.md#report_missing');
}, 30_000);

test('show prints the address of the page, and opens nothing outside of a terminal', async () => {
  mkdirSync(join(project, 'connector-report'));
  writeFileSync(join(project, 'connector-report/index.html'), '<p>');
  const { exitCode, output } = await cli('show');
  expect(output).toBe(`${pathToFileURL(join(project, 'connector-report/index.html')).href}\n`);
  expect(exitCode).toBe(0);
}, 30_000);
