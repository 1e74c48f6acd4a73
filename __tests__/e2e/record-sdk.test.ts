import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { RecordResult } from '../../src/cli/record/record-result';
import { brokenTest, MUST_FAIL } from '../support/breaking-proxy';
import { freePort } from '../support/scripted-app';
import { runCli } from './run-cli';
import { runJest, statuses } from './run-jest';

jest.setTimeout(600_000);

const EXAMPLE = join(__dirname, '../../examples/sdk-connector');

/** Only `npm run example:sdk` runs it: it needs the stack that is built there. */
const withStack = process.env['SDK_STACK'] === '1' ? test : test.skip;

let temporary: string;
let closeProxies = (): void => undefined;
beforeAll(() => {
  temporary = mkdtempSync(join(tmpdir(), 'record-sdk-'));
  // PostgreSQL refuses to run as root, and then runs as a user who must get in.
  chmodSync(temporary, 0o777);
});
afterAll(() => {
  closeProxies();
  rmSync(temporary, { recursive: true });
});

withStack(
  'what record writes for the SDK example is green at once, and red if the app is broken in five ways',
  async () => {
    const folder = join(temporary, 'written');
    const script = `console.log(JSON.stringify(require('./written-suite').writeSuite(${JSON.stringify(folder)})))`;
    const written = execFileSync(process.execPath, ['-e', script], { cwd: EXAMPLE, encoding: 'utf8' });
    const env = {
      ...(JSON.parse(written.trim().split('\n').at(-1) ?? '') as Record<string, string>),
      TMPDIR: temporary,
    };
    const port = await freePort();
    writeFileSync(join(folder, 'recorded.config.js'), configWith(port));

    const config = ['--config', 'recorded.config.js'];
    const recorded = await runCli(folder, ['record', '--all', '--writes', '--start', '--json', ...config], {
      env,
      timeout: 200_000,
    });
    expect(recorded).toMatchObject({ exitCode: 0 });
    const { scenarios, leftOut, file } = JSON.parse(recorded.stdout) as RecordResult;
    const names = scenarios.map(({ name }) => name);
    expect(names).toHaveLength(7);
    expect([leftOut, scenarios.flatMap(({ accepts }) => accepts)]).toEqual([[], []]);

    const broken = await brokenTest(`./${file.replace(/\.ts$/, '')}`, `http://127.0.0.1:${port}`);
    closeProxies = broken.close;
    writeFileSync(join(folder, 'broken.test.js'), broken.text);
    const run = await runJest(folder, config, { env, timeout: 300_000 });
    const ended = statuses(run);
    const failed = Object.keys(ended).filter((name) => ended[name] !== 'passed');
    expect(Object.keys(ended)).toEqual(expect.arrayContaining(names.map((name) => `recorded ${name}`)));
    expect(failed).toEqual(MUST_FAIL);
  },
);

/** The written config, with a known port for the proxies. */
function configWith(port: number): string {
  return `const written = require('./with-database.config.js');
const { connector } = written.globals;
const app = { ...connector.app, port: ${port} };
module.exports = {
  ...written,
  testMatch: ['**/recorded.test.ts', '**/broken.test.js'],
  globals: { connector: { ...connector, app } },
};
`;
}
