import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { SuiteStrength } from '../../src/cli/strength/suite-strength';
import { isAlive } from '../support/scripted-app';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { runCli } from './run-cli';
import type { CommandResult } from './run-command';
import { runJest, statuses } from './run-jest';

let project: string;
let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'strength-'));
});
afterEach(() => rmSync(temporary, { recursive: true }));

interface Options {
  readonly env?: Readonly<Record<string, string>>;
  readonly started?: (pid: number) => void;
}

const strength = (args: readonly string[], { env, ...options }: Options = {}): Promise<CommandResult> =>
  runCli(project, ['strength', ...args], { env: { TMPDIR: temporary, ...env }, timeout: 120_000, ...options });

/** A job of GitHub Actions whose step summary is in the project. */
const gitHub = (name: string) => ({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: join(project, `${name}.md`) });

/** Jest's own cache stays, and the logs of the last runs. */
const leftBehind = () => readdirSync(temporary).filter((name) => !/^jest_|^jest-connector-\d+$/.test(name));

describeEachJest('strength', (major, { test, testInMatrix }) => {
  beforeAll(async () => {
    project = (await installPackage({ jest: major })).project('strength');
  }, 300_000);

  test('what the suite accepts, broken apps do; with the proposed checks, it notices all of it', async () => {
    const first = await strength(['--json']);
    const suite = JSON.parse(first.stdout) as SuiteStrength;
    const of = (name: string) => suite.scenarios.find((scenario) => scenario.name === name);
    const accepted = (name: string) => of(name)?.accepts.map(({ what }) => what);

    expect(first).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/^PASS tests\/connector\.test\.js/m) });
    expect(first.stderr).not.toMatch(/^Report:/m);
    expect(accepted('auth_valid')).toContain('`data.status` is "failed"');
    expect(accepted('auth_invalid_password')).toContain('a success with status 200');
    expect(accepted('preflight_valid')).toContain('every preflight check failed');
    expect(accepted('metadata_valid')).toEqual(['`data` is empty']);
    expect(accepted('workflow_extraction')).toEqual([
      'the workflow fails after its start',
      'the workflow completes without any records',
    ]);
    expect(suite.scenarios.filter(({ leftOut }) => leftOut).map(({ name, leftOut }) => [name, leftOut])).toEqual([
      ['uses_a_snapshot', 'its checks use snapshots'],
      ['expects_assertions', 'its test uses `expect.assertions` or `expect.hasAssertions`'],
      ['counts_its_calls', 'its checks fail if they run a second time on the same response'],
    ]);
    expect(of('is_loose_on_purpose')).toMatchObject({ accepts: [], idleAccepts: ['data.sttus'] });
    expect(suite.notJudged).toEqual({});

    const proposed = Object.fromEntries(suite.scenarios.map((scenario) => [scenario.name, scenario.proposed]));
    const env = { PROPOSED: JSON.stringify(proposed), TMPDIR: temporary };
    const ended = statuses(await runJest(project, ['connector.test'], { env: { ...env, BROKEN: '1' } }));
    const names = ['auth_valid', 'auth_invalid_password', 'preflight_valid', 'metadata_valid', 'workflow_extraction'];
    expect(ended).toEqual(
      Object.fromEntries(
        names.flatMap((name) =>
          [`weak ${name}`, `strong ${name}`].map((each) => [each, each.startsWith('weak') ? 'passed' : 'failed']),
        ),
      ),
    );

    const report = join(project, 'strength-report');
    const last = await strength(
      ['--min', '100', '--report', 'strength-report', 'connector.test', '--', '-t', 'strong'],
      { env: { ...env, ...gitHub('kept') } },
    );
    expect(readFileSync(join(project, 'kept.md'), 'utf8')).toContain('Connector tests passed');
    expect(last).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('\nMutation score: 100 % (') });
    expect(last.stdout).toMatch(/^Not judged, because they did not pass: 5 skipped\.$/m);
    expect(existsSync(join(report, 'index.html'))).toBe(true);
    expect(readFileSync(join(report, 'results.jsonl'), 'utf8')).toContain(
      '"strength":{"broken":{"noticed":7,"total":7}',
    );
    expect(leftBehind()).toEqual([]);
  }, 300_000);

  testInMatrix(
    'without a scenario that passed, and below --min, it fails',
    async () => {
      const [none, low, wrong] = await Promise.all([
        strength(['left-out', '--', '-t', 'by hand']),
        strength(['connector.test', '--min', '99.5', '--', '-t', 'metadata'], { env: gitHub('not-kept') }),
        strength(['--min', 'all']),
      ]);
      expect([none.exitCode, none.stdout]).toEqual([1, '']);
      expect(none.stderr).toMatch(/No scenario was judged\.\n\n {2}Why: no scenario passed\./);
      expect(low.exitCode).toBe(1);
      expect(low.stdout).toMatch(
        /It would accept:\n {4}`data` is empty\n {2}Fix: add to `assertThat`:\n {4}data: isNotEmpty\(\),/,
      );
      expect(low.stderr).toMatch(/The mutation score is below 99\.5 %\./);
      // The run of Jest beside it writes its own.
      expect(existsSync(join(project, 'not-kept.md'))).toBe(false);
      expect([wrong.exitCode, wrong.stdout]).toEqual([2, '']);
      expect(leftBehind()).toEqual([]);
    },
    120_000,
  );

  testInMatrix(
    'Ctrl-C ends Jest and the app, and leaves no file behind',
    async () => {
      let pid = 0;
      const hanging = join(project, 'output/hanging');
      // The run would not end by itself.
      const env = { HANG: '/workflows/v1/metadata', CONNECTOR_TIMEOUT: '600000' };
      const running = strength(['connector.test'], { env, started: (leader) => (pid = leader) });
      while (!existsSync(hanging) || readFileSync(hanging, 'utf8') === '') await pause(20);
      const app = Number(readFileSync(hanging, 'utf8'));
      expect([isAlive(app), leftBehind()]).toEqual([true, [expect.stringContaining('temporary')]]);
      process.kill(-pid, 'SIGINT');
      expect(await running).toMatchObject({ exitCode: 130, stdout: '' });
      expect([isAlive(app), leftBehind()]).toEqual([false, []]);
    },
    120_000,
  );
});
