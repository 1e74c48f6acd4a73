import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ScenarioLog } from '../../../../src/jest/server/scenario-log';
import { ServerLog } from '../../../../src/jest/server/server-log';
import type { ScenarioResult } from '../../../../src/runner/scenario-result';
import { forgetEnd, noteEnd } from '../../../../src/service/logs/end-file';
import { failedResult } from '../../../support/failed-result';

const folder = mkdtempSync(join(tmpdir(), 'server-log-'));
const path = join(folder, 'app.log');
let serverLog: ServerLog;
let log: ScenarioLog;
beforeEach(() => {
  writeFileSync(path, 'at boot\n');
  serverLog = new ServerLog({ log: path, hasTemporaryPort: true, correlationHeader: 'X-Request-ID' });
});
afterEach(() => {
  serverLog.close();
  forgetEnd(path);
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (text: string, time = Date.now()): void =>
  appendFileSync(path, `${new Date(time).toISOString()} ${text}\n`);
const failed = (result: Partial<ScenarioResult> = {}): ScenarioResult =>
  failedResult({ body: { success: false }, assertThat: { success: true }, result });
const refused = failed({ response: undefined, error: { code: 'REQUEST_FAILED', message: 'ECONNREFUSED' } });

test('the lines since a scenario began, without times and colours', async () => {
  write('of the scenario before');
  log = serverLog.begin();
  log.noteExchange({ sentAt: Date.now() });
  write('\u001b[31mERROR\u001b[0m no table');
  setTimeout(() => write('a moment later'), 10);

  expect(await log.aboutFailure(failed())).toEqual({
    serverLog: ['ERROR no table', 'a moment later'],
    app: { log: path, hasTemporaryPort: true },
  });
});

test('what the app wrote for an earlier scenario is left out, though it came late', async () => {
  log = serverLog.begin();
  const sentAt = Date.now();
  appendFileSync(path, 'the rest of a line\n');
  write('late, of the scenario before', sentAt - 2);
  log.noteExchange({ sentAt });
  log.noteExchange({ sentAt: sentAt + 5 });
  write('of the first request', sentAt + 1);

  expect((await log.aboutFailure(failed())).serverLog).toEqual(['of the first request']);
});

test('a scenario that sent nothing has no lines', async () => {
  log = serverLog.begin();
  write('of another worker');
  expect((await log.aboutFailure(failed())).serverLog).toEqual([]);
});

test.each([
  [1, null, 'exited with code 1'],
  [null, 'SIGSEGV', 'was terminated by SIGSEGV'],
])('that the app ended is told, with code %j and signal %j', async (code, signal, how) => {
  log = serverLog.begin();
  // The process is gone before its guardian has noted it.
  setTimeout(() => noteEnd(path, { end: { kind: 'exited', code, signal }, at: Date.now() }), 100);
  expect((await log.aboutFailure(refused)).app).toMatchObject({ ended: { how, duringScenario: true } });

  await new Promise((resolve) => setTimeout(resolve, 5));
  log = serverLog.begin();
  expect((await log.aboutFailure(refused)).app).toMatchObject({ ended: { how, duringScenario: false } });
});

test('the traceback of the request is marked, of a failed workflow the last one', async () => {
  const traceback = ['Traceback (most recent call last):', '  File "a.py", line 1', 'ValueError: a'];
  log = serverLog.begin();
  log.noteExchange({ sentAt: Date.now() });
  for (const text of [...traceback, 'POST /workflows/v1/auth 500', ...traceback]) write(text);
  const response = { status: 500, headers: {}, body: {}, durationMs: 1 };
  expect((await log.aboutFailure(failed({ response }))).app?.traceback).toEqual([0, 3]);

  log = serverLog.begin();
  log.noteExchange({ sentAt: Date.now() });
  for (const text of [...traceback, ...traceback]) write(text);
  expect((await log.aboutFailure(failed())).app?.traceback).toBeUndefined();

  log = serverLog.begin();
  log.noteExchange({ sentAt: Date.now() });
  for (const text of [...traceback, ...traceback]) write(text);
  const workflow = { workflowId: 'w', error: 'Workflow failed' } as ScenarioResult['workflow'];
  const error = { code: 'WORKFLOW_UNEXPECTED_STATE', message: 'FAILED' };
  expect((await log.aboutFailure(failed({ workflow, error }))).app?.traceback).toEqual([3, 6]);
});

describe('of scenarios that run at the same time', () => {
  const headers = { 'x-request-id': 'id-1' };
  const own = failed({ request: { method: 'POST', url: 'http://localhost:1/auth', headers } });

  test('each has what was written since it began, and says how many others ran', async () => {
    const first = serverLog.begin();
    first.noteExchange({ sentAt: Date.now() });
    write('of the first');
    const second = serverLog.begin();
    second.noteExchange({ sentAt: Date.now() });
    write('of the second');

    expect(await first.aboutFailure(own, 3)).toMatchObject({
      serverLog: ['of the first', 'of the second'],
      app: { othersRan: 3 },
    });
    expect((await second.aboutFailure(own)).app).not.toHaveProperty('othersRan');
    expect((await second.aboutFailure(own)).serverLog).toEqual(['of the second']);
  });

  test('where the app logs the correlation id, a scenario has its own lines only', async () => {
    log = serverLog.begin();
    log.noteExchange({ sentAt: Date.now() });
    write('[id-2] of another');
    write('[id-1] ERROR no table');
    for (const text of ['Traceback (most recent call last):', '  File "a.py", line 1', 'ValueError: a']) write(text);
    write('[id-2] of another');

    const about = await log.aboutFailure(own, 3);
    expect(about.serverLog?.[0]).toBe('[id-1] ERROR no table');
    expect(about.serverLog?.at(-1)).toBe('ValueError: a');
    expect(about.app).not.toHaveProperty('othersRan');
  });
});
