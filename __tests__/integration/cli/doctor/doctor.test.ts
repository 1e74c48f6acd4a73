import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { diagnose } from '../../../../src/cli/doctor/doctor';
import type { Finding } from '../../../../src/cli/doctor/finding';
import { readJestSettings } from '../../../../src/cli/doctor/jest-settings';
import { findPackage } from '../../../../src/cli/project/installed-package';
import { runCli } from '../../../../src/cli/run-cli';
import { recordedTerminal } from '../../../support/recorded-terminal';
import { temporaryProject } from '../../../support/temporary-project';

// Each of them runs Jest twice.
jest.setTimeout(60_000);

const MODULES = resolve(__dirname, '../../../../node_modules');

/** A project that has the packages of this one, but not the preset: that would need the built package. */
function projectWith(files: Record<string, string>): string {
  const folder = temporaryProject({ 'package.json': '{}', 'a.test.js': "test('a', () => undefined);", ...files });
  symlinkSync(MODULES, join(folder, 'node_modules'));
  return folder;
}

const settingsOf = (folder: string, config?: string) =>
  readJestSettings(findPackage('jest', folder) ?? { root: '', version: '' }, folder, config);

async function diagnosed(folder: string): Promise<string[]> {
  const findings: Finding[] = [];
  for await (const finding of diagnose(folder, {})) findings.push(finding);
  return findings.map(({ check, severity, what }) => `${check} ${severity}: ${what.split('\n')[0]}`);
}

describe('what Jest computes', () => {
  test('has its settings, its test files, its warnings, and the environment that the config made', async () => {
    const folder = projectWith({
      'jest.config.js': `console.log('a line of its own'); process.env.MADE_BY_CONFIG = 'yes'; module.exports = { tests: 1 };`,
    });
    const settings = await settingsOf(folder);
    expect(settings).toMatchObject({
      configs: [{ rootDir: folder, testMatch: expect.any(Array) as string[] }],
      globalConfig: { rootDir: folder },
      testFiles: [join(folder, 'a.test.js')],
      environment: expect.objectContaining({ MADE_BY_CONFIG: 'yes' }) as object,
      warnings: expect.stringContaining('Unknown option "tests"') as string,
    });
  });

  test('of a config that is named', async () => {
    const folder = projectWith({ 'other.config.js': "module.exports = { testMatch: ['**/none'] };" });
    expect(await settingsOf(folder, 'other.config.js')).toMatchObject({ testFiles: [], warnings: '' });
  });

  test('of a config that fails is what Jest printed', async () => {
    const folder = projectWith({ 'jest.config.js': "throw new Error('no database');" });
    expect(await settingsOf(folder)).toMatchObject({ failure: expect.stringContaining('no database') as string });
  });
});

describe('the checks', () => {
  test('end where Jest is missing, or can not read its config', async () => {
    expect(await diagnosed(temporaryProject())).toEqual([
      expect.stringMatching(/^node ok: /),
      'jest problem: Jest is not installed.',
      'package problem: jest-connector is not installed.',
    ]);
    const broken = await diagnosed(projectWith({ 'jest.config.js': "throw new Error('no database');" }));
    expect(broken.at(-1)).toBe("config problem: Jest can't read its config:");
  });

  test('name the project in a config with several, and end before the server where options are invalid', async () => {
    const project = (name: string, connector: object) => ({ displayName: name, globals: { connector } });
    const projects = [
      project('one', { timeout: 'long' }),
      project('two', { serverHost: 'http://127.0.0.1:1', healthTimeout: 100 }),
    ];
    const found = await diagnosed(
      projectWith({ 'jest.config.js': `module.exports = ${JSON.stringify({ projects })};` }),
    );
    expect(found).toContainEqual(expect.stringMatching(/^preset problem: The Jest config doesn't use the preset/));
    expect(found).toContainEqual(expect.stringMatching(/^options problem: one: .*timeout/));
    expect(found).toContainEqual('options ok: two: All options are valid');
    expect(found.filter((line) => /: one: /.test(line) && line.startsWith('server'))).toEqual([]);
    expect(found.filter((line) => /: two: /.test(line) && line.startsWith('server'))).toHaveLength(1);
  });

  test('are printed, as lines or as JSON', async () => {
    const folder = temporaryProject();
    const [lines, json] = [recordedTerminal(), recordedTerminal()];
    expect(await runCli(['doctor', folder], lines)).toBe(1);
    expect(lines.printed.join('\n')).toMatch(
      /^ok {7}Node [^]*\nproblem {2}Jest is not installed\.\n {9}Fix: `npm install [^]*\n\n2 problems, 0 warnings, 1 ok$/,
    );
    expect(await runCli(['doctor', folder, '--json'], json)).toBe(1);
    expect(JSON.parse(json.printed.join('\n'))).toMatchObject({
      ok: false,
      findings: [{ check: 'node', severity: 'ok' }, { check: 'jest' }, { check: 'package' }],
    });
  });
});
