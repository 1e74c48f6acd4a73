import { appEndText, logText } from '../../../src/report/app-text';
import { failureText } from '../../../src/report/failure-text';
import { failedResult } from '../../support/failed-result';

const app = { log: '/tmp/run/app.log', hasTemporaryPort: false };
const numbered = (count: number): string[] => Array.from({ length: count }, (_, index) => `line ${index}`);
const base = { body: { success: false }, assertThat: { success: true } };
const failed = (result: object) => failedResult({ ...base, result });
const reset = { code: 'REQUEST_FAILED', message: 'POST /a got no response.\n  Why: ECONNRESET: read ECONNRESET' };
const ended = { how: 'exited with code 3', duringScenario: true };

test('that the app ended is the cause of a request without a response, and stands above all else', () => {
  const text = failureText(
    failed({ response: undefined, error: reset, app: { ...app, ended }, serverLog: ['Error: no licence'] }),
  );
  const order = ['ECONNRESET', 'The app exited with code 3 while this scenario ran, which is why', 'Repeat it'];
  expect(order.map((words) => text.indexOf(words))).toEqual(
    [...order.map((words) => text.indexOf(words))].sort((a, b) => a - b),
  );
  expect(text).toContain('which is why the request got no response. Its last log lines are shown below.');
  expect(text).toContain('Error: no licence\n      The full log: /tmp/run/app.log');
});

test.each([
  [{ app: { ...app, ended } }, 'The app exited with code 3 while this scenario ran. The full log: /tmp/run/app.log'],
  [
    { app: { ...app, ended: { ...ended, duringScenario: false } }, response: undefined, error: reset },
    'The app exited with code 3 before this scenario began, which is why the request got no response. The full log: /tmp/run/app.log',
  ],
  [
    { app: { ...app, ended }, response: undefined, error: { code: 'REQUEST_TIMEOUT', message: 'did not answer' } },
    'The app exited with code 3 while this scenario ran. The full log: /tmp/run/app.log',
  ],
  [{ app }, undefined],
  [{}, undefined],
])('what is said of its end: %#', (result, text) => {
  expect(appEndText(failed(result))).toBe(text);
});

test('the traceback is shown, however much was written after it', () => {
  const shown = (traceback: readonly [number, number] | undefined, count = 100) =>
    logText(failed({ serverLog: numbered(count), app: { ...app, traceback } }))
      ?.split('\n')
      .map((line) => line.trim().replace(/^│ /, ''))
      .slice(1, -1);
  expect(shown([10, 13])).toEqual([
    ...['… 10 earlier lines', 'line 10', 'line 11', 'line 12', '… 82 more lines'],
    ...numbered(100).slice(95),
  ]);
  // Of a long one the end.
  expect(shown([0, 60])?.slice(0, 2)).toEqual(['… 20 earlier lines', 'line 20']);
  expect(shown([0, 97])?.slice(1)).toEqual(numbered(100).slice(57));
  for (const last of [shown(undefined), shown([80, 90])])
    expect(last).toEqual(['… 70 earlier lines', ...numbered(100).slice(70)]);
  expect(shown([0, 3], 20)).toEqual(numbered(20));
});

test('the path of a log is told where nothing was written meanwhile', () => {
  expect(logText(failed({ serverLog: [], app }))).toBe('The full log: /tmp/run/app.log');
  expect(logText(failed({}))).toBeUndefined();
  expect(logText(failed({ app, request: undefined }))).toBeUndefined();
});

test('a log that other scenarios wrote into, too, says so', () => {
  const title = (othersRan: number) =>
    logText(failed({ serverLog: ['a'], app: { ...app, othersRan } }))?.split('\n')[0];
  expect(title(0)).toBe('Server log:');
  expect(title(1)).toBe('Server log (also of 1 other scenario that ran at the same time):');
  expect(title(4)).toBe('Server log (also of 4 other scenarios that ran at the same time):');
});
