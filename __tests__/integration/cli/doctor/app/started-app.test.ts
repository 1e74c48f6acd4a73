import { mkdtempSync, rmSync } from 'node:fs';
import type * as os from 'node:os';
import { join } from 'node:path';
import { startedApp } from '../../../../../src/cli/doctor/app/started-app';
import { ok } from '../../../../../src/cli/doctor/finding';
import { CompiledSources } from '../../../../support/compiled-sources';
import { projectSettings } from '../../../../support/doctor-facts';
import { temporaryProject } from '../../../../support/temporary-project';

jest.setTimeout(30_000);

const mockSources = new CompiledSources();
const mockTemporary = mkdtempSync(join(jest.requireActual<typeof os>('node:os').tmpdir(), 'started-app-'));
jest.mock('node:os', () => ({ ...jest.requireActual<typeof os>('node:os'), tmpdir: () => mockTemporary }));
jest.mock('../../../../../src/service/process/guardian-file', () => ({
  guardianFile: () => mockSources.file('src/service/process/guardian'),
}));
afterAll(() => {
  mockSources.remove();
  rmSync(mockTemporary, { recursive: true });
});

const before = { ...process.env };
beforeEach(() => {
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.env = { ...before };
});

const APP = `require('node:http').createServer((_request, response) => response.end('{}')).listen(process.env.PORT, '127.0.0.1');`;

function projectOf(app: string) {
  const folder = temporaryProject({ 'app.js': app });
  const command = { command: ['node', 'app.js'], port: 'auto', env: { PORT: '${port}' } };
  return projectSettings(folder, { globals: { connector: { app: command } } });
}

const isUp = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => true,
    () => false,
  );

test('the app runs while it is checked, and is stopped after that', async () => {
  let checked = '';
  const findings = await startedApp(projectOf(APP), async (url) => {
    checked = url;
    return [ok('api', String(await isUp(url)))];
  });
  expect(findings).toEqual([ok('app', `The app was started, and is healthy at ${checked}`), ok('api', 'true')]);
  expect(checked).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await isUp(checked)).toBe(false);
});

test('a failed check stops it as well', async () => {
  let checked = '';
  const failing = startedApp(projectOf(APP), (url) => {
    checked = url;
    return Promise.reject(new Error('no'));
  });
  await expect(failing).rejects.toThrow('no');
  expect([checked === '', await isUp(checked)]).toEqual([false, false]);
});

test('an app that ends is a problem, with its log', async () => {
  const findings = await startedApp(projectOf("console.error('no database'); process.exit(3);"), () =>
    Promise.resolve([]),
  );
  expect(findings).toMatchObject([{ check: 'app', severity: 'problem', what: expect.stringMatching(/no database/) }]);
});
