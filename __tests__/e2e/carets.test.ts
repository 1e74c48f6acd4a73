import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { describeEachJest } from './describe-each-jest';
import { type Installation, installPackage } from './installed-project';
import { runJest } from './run-jest';

jest.setTimeout(60_000);

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
});
afterAll(() => server.close());

/** The line of `source` with `words`, with its number, as Jest's code frame marks it. */
function marked(source: string, words: string): RegExp {
  const lines = source.split('\n');
  const index = lines.findIndex((line) => line.includes(words));
  const text = (lines[index] ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`> +${index + 1} \\| ${text}\\n +\\| +\\^`);
}

describeEachJest('the caret', (major, { testWays }) => {
  let installed: Installation;
  beforeAll(async () => {
    installed = await installPackage({ jest: major });
  }, 300_000);

  const everyWay = [
    ['TypeScript, CommonJS', 'commonjs/typed.test.ts'],
    ['TypeScript, ES modules', 'modules/typed.test.mts'],
    ['JavaScript, CommonJS', 'commonjs/plain.test.js'],
    ['JavaScript, ES modules', 'modules/plain.test.js'],
  ] as const;
  testWays(everyWay)('stands on the line of each failed check: %s', async (_kind, file) => {
    const [folder = '', name = ''] = file.split('/');
    const project = join(installed.project('carets'), folder);
    const source = readFileSync(join(project, name), 'utf8');
    const run = await runJest(project, [name], {
      nodeArgs: folder === 'modules' ? ['--experimental-vm-modules', '--no-warnings'] : [],
      env: { CONNECTOR_SERVER_HOST: server.url },
    });

    expect(run.json).toMatchObject({ numFailedTests: 2, numPassedTests: 0 });
    expect(run.stderr).toMatch(marked(source, "'data.status':"));
    // Before 30.5 Jest shows the lines of one error; a plain value has no line of its own.
    if (major === 30) expect(run.stderr).toMatch(marked(source, "'data.identites':"));
    expect(run.stderr).toMatch(marked(source, "name: 'plain_value_fails'"));
    expect(run.stderr).not.toMatch(/^\s+at .*jest-connector\/dist/m);
  });
});
