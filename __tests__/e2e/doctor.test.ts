import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { diagnose } from '../../src/cli/doctor/doctor';
import type { DoctorOptions } from '../../src/cli/doctor/facts';
import type { Finding } from '../../src/cli/doctor/finding';
import { findPackage } from '../../src/cli/project/installed-package';
import { type AppServer, startAppServer } from '../support/app-server';
import { ways } from '../support/in-matrix';
import { freePort } from '../support/scripted-app';
import { BROKEN_SET_UPS, type BrokenSetUp, PLACES, SOUND } from './broken-set-ups';
import { type Installation, installPackage } from './installed-project';
import { runCli } from './run-cli';
import { OWN } from './run-command';

jest.setTimeout(60_000);

let installation: Installation;
let server: AppServer;
let places: Readonly<Record<string, string>>;
const environment = { ...process.env };

beforeAll(async () => {
  installation = await installPackage();
  server = await startAppServer();
  server.respond('GET /elsewhere/server/health', { json: {} });
  places = {
    [PLACES.unhealthy]: `${server.url}/nothing`,
    [PLACES.healthy]: `${server.url}/elsewhere`,
    [PLACES.nowhere]: `http://127.0.0.1:${await freePort()}`,
  };
});
afterAll(() => server.close());

/** As in a fresh shell. */
beforeEach(() => {
  for (const name of Object.keys(process.env)) if (OWN.test(name)) delete process.env[name];
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name];
  Object.assign(process.env, environment);
});

const filled = (text: string): string =>
  Object.entries(places).reduce((whole, [place, url]) => whole.replaceAll(place, url), text);
const filledValues = (texts: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, filled(text)]));

async function inProcess(folder: string, options: DoctorOptions): Promise<Finding[]> {
  const findings: Finding[] = [];
  for await (const finding of diagnose(folder, options, findPackage('jest-connector', folder))) findings.push(finding);
  return findings;
}

async function throughTheCommand(folder: string, options: DoctorOptions, env: Record<string, string>) {
  const flags = Object.keys(options).map((name) => `--${name}`);
  const run = await runCli(folder, ['doctor', '--json', ...flags], { env });
  const { ok, findings } = JSON.parse(run.stdout) as { ok: boolean; findings: Finding[] };
  expect(run.exitCode).toBe(ok ? 0 : 1);
  return findings;
}

function projectOf({ title, files, arrange }: Pick<BrokenSetUp, 'title' | 'files' | 'arrange'>): string {
  const all = { ...SOUND, ...filledValues(files) };
  const project = installation.project('doctor', all, `doctor-${title.replace(/\W+/g, '-')}`);
  if (title.includes('ES module')) writeFileSync(join(project, 'app.cjs'), '');
  arrange?.(project);
  return project;
}

describe.each(ways(['in process', 'through the command']))('%s', (way) => {
  const diagnosed = (folder: string, options: DoctorOptions = {}, env: Record<string, string> = {}) => {
    // On the sources, nothing can be started: the process that starts it is one of the package.
    if (way === 'through the command' || options.start) return throughTheCommand(folder, options, env);
    Object.assign(process.env, env);
    return inProcess(folder, options);
  };

  test.each(BROKEN_SET_UPS.map((setUp) => [setUp.title, setUp] as const))('%s', async (_title, setUp) => {
    const [check, severity] = setUp.finding;
    const findings = await diagnosed(projectOf(setUp), setUp.options, filledValues(setUp.env));
    expect(findings.filter((one) => one.severity !== 'ok')).toContainEqual({
      check,
      severity,
      what: expect.stringMatching(setUp.what),
      fix: expect.stringMatching(setUp.fix),
    });
  });

  test('a set-up without mistakes has no finding, also when the app is started and written to', async () => {
    const project = projectOf({ title: 'sound' });
    const findings = await diagnosed(project, { start: true, writes: true });
    expect(findings.filter(({ severity }) => severity !== 'ok')).toEqual([]);
    expect(findings.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'auth: 200',
        'preflight: 200',
        'metadata: 200',
        'config: the route exists (404 for a made-up id)',
        'workflow: 200; it started w, which was stopped',
      ]),
    );
  });

  test('without Jest and the package', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-jest-'));
    writeFileSync(join(folder, 'package.json'), '{ "name": "empty" }');
    const findings = await inProcess(folder, {});
    rmSync(folder, { recursive: true });
    const problems = findings.filter(({ severity }) => severity === 'problem');
    expect(problems).toEqual([
      { check: 'jest', severity: 'problem', what: 'Jest is not installed.', fix: '`npm install --save-dev jest`' },
      expect.objectContaining({ check: 'package', what: 'jest-connector is not installed.' }),
    ]);
  });
});

test.each(['_example', 'hand-written', 'postgres-connector', 'sdk-connector'])(
  'of the example %s nothing is wrong',
  async (name) => {
    const findings = await inProcess(join(__dirname, '../../examples', name), {});
    // What the SDK example runs on is built by its own script.
    const wrong = findings.filter(
      ({ severity, fix }) => severity !== 'ok' && !fix?.startsWith('prepare the stack first'),
    );
    expect(wrong).toEqual([]);
    expect(findings.length).toBeGreaterThan(8);
  },
);
