import {
  appKey,
  forgetRun,
  publishRunState,
  readRunState,
  runHandle,
  runsInCi,
  serviceEnvironment,
} from '../../../src/service/run-state';

const ONE = { command: ['one'] };
const OTHER = { command: ['other'] };

function variable(appUrls: Record<string, string>): { CONNECTOR_RUN: string } {
  return { CONNECTOR_RUN: JSON.stringify({ runId: 'r', appUrls, appLogs: {}, checkedUrls: ['http://a'] }) };
}

it('is nothing when setup did not run', () => {
  expect(readRunState(ONE, {})).toBeUndefined();
});

it('gives a project its own app only', () => {
  const environment = variable({ [appKey(ONE)]: 'http://a' });
  expect(readRunState(ONE, environment)).toEqual({ runId: 'r', checkedUrls: ['http://a'], appUrl: 'http://a' });
  expect(readRunState(OTHER, environment)).toEqual({ runId: 'r', checkedUrls: ['http://a'] });
});

it('gives the only app to those that name none', () => {
  expect(readRunState(undefined, variable({ x: 'http://a' }))?.appUrl).toBe('http://a');
  expect(readRunState(undefined, variable({ x: 'http://a', y: 'http://b' }))?.appUrl).toBeUndefined();
});

it('has the log of the app', () => {
  const { appUrls, appLogs } = runHandle();
  Object.assign(appUrls, { [appKey(ONE)]: 'http://a' });
  Object.assign(appLogs, { [appKey(ONE)]: '/tmp/app.log' });
  publishRunState(runHandle());
  expect(readRunState(ONE)).toMatchObject({ appUrl: 'http://a', appLog: '/tmp/app.log' });
  forgetRun();
});

it('gives the tests what services provide, and takes it back', () => {
  process.env['MY_OTHER'] = 'before';
  Object.assign(runHandle().provided, { MY_PORT: '1234', MY_OTHER: 'theirs' });
  publishRunState(runHandle());
  publishRunState(runHandle());
  expect([process.env['MY_PORT'], process.env['MY_OTHER']]).toEqual(['1234', 'theirs']);
  forgetRun();
  expect([process.env['MY_PORT'], process.env['MY_OTHER']]).toEqual([undefined, 'before']);
  delete process.env['MY_OTHER'];
});

it('names a configuration without showing it', () => {
  expect(appKey({ env: { PASSWORD: 'hunter2' } })).toMatch(/^[0-9a-f]{16}$/);
});

it('hands a service our environment and its own over it, but not what workers are told', () => {
  process.env['CONNECTOR_RUN'] = '{}';
  const { PATH, CONNECTOR_RUN, OWN } = serviceEnvironment({ OWN: 'x' });
  delete process.env['CONNECTOR_RUN'];
  expect({ PATH, CONNECTOR_RUN, OWN }).toEqual({ PATH: process.env['PATH'], CONNECTOR_RUN: undefined, OWN: 'x' });
});

it.each([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
  ['', false],
  [undefined, false],
])('with CI=%s is in CI: %s', (CI, expected) => {
  expect(runsInCi({ CI })).toBe(expected);
});
