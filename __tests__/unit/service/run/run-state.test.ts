import {
  beginProject,
  endSetUps,
  forgetRun,
  publishRunState,
  readRunState,
  runHandle,
  runsInCi,
  serviceEnvironment,
} from '../../../../src/service/run/run-state';
import type { RunningService } from '../../../../src/service/service';

afterEach(() => forgetRun());

it('is nothing when setup did not run', () => {
  expect(readRunState({}, {})).toBeUndefined();
});

it('has what setup did for the project that asks', () => {
  const connector = { app: { command: ['one'] } };
  const project = beginProject('/one', { connector });
  Object.assign(project, { appUrl: 'http://a', appLog: '/logs/app.log' });
  runHandle().checkedUrls.add('http://a');
  publishRunState(runHandle(), project);

  expect(readRunState({ globals: { connector } })).toMatchObject({
    runId: runHandle().runId,
    checkedUrls: ['http://a'],
    project: { rootDir: '/one', appUrl: 'http://a', appLog: '/logs/app.log' },
    last: { rootDir: '/one' },
  });
  expect(readRunState({ globals: { connector: { app: { command: ['other'] } } } })?.project).toBeUndefined();
});

it.each([
  ['a service of ours, whose log is kept', { learn: () => Promise.resolve() }, true],
  ['one that was there already', {}, undefined],
])('has workers report secrets where there is %s', (_what, service, expected) => {
  const project = beginProject('/one', {});
  runHandle().services.set('app', service as unknown as RunningService);
  publishRunState(runHandle(), project);
  expect(readRunState()?.reportsSecrets).toBe(expected);
});

it('gives what comes after setup what services provide, and takes it back', () => {
  process.env['MY_OTHER'] = 'before';
  const project = beginProject('/one', {});
  Object.assign(project.provided, { MY_PORT: '1234', MY_OTHER: 'theirs' });
  publishRunState(runHandle(), project);
  publishRunState(runHandle(), project);
  expect([process.env['MY_PORT'], process.env['MY_OTHER']]).toEqual(['1234', 'theirs']);
  // A service is given what it depends on, and nothing that is meant for tests.
  expect(serviceEnvironment()).toMatchObject({ MY_PORT: undefined, MY_OTHER: 'before' });

  publishRunState(runHandle(), beginProject('/two', {}));
  expect([process.env['MY_PORT'], process.env['MY_OTHER']]).toEqual([undefined, 'before']);
  delete process.env['MY_OTHER'];
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

test('what setups do on a signal ends once', () => {
  const end = jest.fn();
  runHandle().setUps.add(end);
  endSetUps();
  endSetUps();
  expect(end).toHaveBeenCalledTimes(1);
});
