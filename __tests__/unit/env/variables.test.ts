import { missingVariables, readEnvironment } from '../../../src/env/variables';

test.each([
  [{}, {}],
  [{ CONNECTOR_SERVER_HOST: '' }, {}],
  [{ CONNECTOR_SERVER_HOST: 'http://a:1' }, { serverHost: 'http://a:1' }],
  [{ ATLAN_APP_HTTP_PORT: '9000' }, { serverHost: 'http://127.0.0.1:9000' }],
  [{ ATLAN_APP_HTTP_HOST: '0.0.0.0', ATLAN_APP_HTTP_PORT: '9000' }, { serverHost: 'http://127.0.0.1:9000' }],
  [{ ATLAN_HANDLER_PORT: '9001', ATLAN_APP_HTTP_PORT: '9000' }, { serverHost: 'http://127.0.0.1:9001' }],
  [{ ATLAN_HANDLER_HOST: '', ATLAN_APP_HTTP_HOST: 'app', ATLAN_HANDLER_PORT: '1' }, { serverHost: 'http://app:1' }],
  [{ ATLAN_APPLICATION_NAME: 'my-app' }, { applicationName: 'my-app' }],
  [{ ATLAN_APPLICATION_NAME: '' }, {}],
  [{ ATLAN_APP_HTTP_HOST: 'app' }, { serverHost: 'http://app:8000' }],
  [{ ATLAN_APP_HTTP_HOST: '::1', ATLAN_APP_HTTP_PORT: '9000' }, { serverHost: 'http://[::1]:9000' }],
  [{ CONNECTOR_SERVER_HOST: 'http://a:1', ATLAN_APP_HTTP_PORT: '9000' }, { serverHost: 'http://a:1' }],
  [
    { CONNECTOR_TIMEOUT: '5000', CONNECTOR_WORKFLOW_ENDPOINT: '/x' },
    { timeout: 5000, workflowEndpoint: '/x' },
  ],
  [{ CONNECTOR_CONCURRENCY: '8' }, { concurrency: 8 }],
  [{ CONNECTOR_CONCURRENCY: 'TRUE' }, { concurrency: true }],
  [{ CONNECTOR_CONCURRENCY: '' }, {}],
  [{ CONNECTOR_WORKFLOW_ENDPOINT: 'x' }, { workflowEndpoint: '/x' }],
])('%j gives the options %j', (environment, options) => {
  expect(readEnvironment(environment)).toEqual({ options, problems: [], logs: false });
});

test('a timeout that is no number is a problem', () => {
  const { problems, options } = readEnvironment({ CONNECTOR_TIMEOUT: '5s' });

  expect(options).toEqual({});
  expect(problems).toEqual([
    expect.objectContaining({ where: 'environment variable CONNECTOR_TIMEOUT', received: '"5s"' }),
  ]);
});

test.each(['0', '-1', 'fast', 'Infinity', '2.5', '1e3', 'false'])('a concurrency of %j is a problem', (text) => {
  const { problems, options } = readEnvironment({ CONNECTOR_CONCURRENCY: text });
  expect(options).toEqual({});
  expect(problems).toEqual([expect.objectContaining({ where: 'environment variable CONNECTOR_CONCURRENCY' })]);
});

test('a server host that is no URL is a problem', () => {
  expect(readEnvironment({ CONNECTOR_SERVER_HOST: 'localhost:8000' }).problems).toEqual([
    expect.objectContaining({
      where: 'environment variable CONNECTOR_SERVER_HOST',
      didYouMean: 'http://localhost:8000',
    }),
  ]);
});

test.each([
  ['', undefined],
  ['0', undefined],
  ['false', undefined],
  ['1', 'short'],
  ['true', 'short'],
  ['FULL', 'full'],
])('CONNECTOR_DEBUG=%s', (CONNECTOR_DEBUG, debug) => {
  expect(readEnvironment({ CONNECTOR_DEBUG })).toEqual({
    ...{ options: {}, problems: [], logs: false },
    ...(debug && { debug }),
  });
});

test.each([
  ['', undefined],
  ['0', undefined],
  ['1', true],
])('CONNECTOR_STRENGTH=%s', (CONNECTOR_STRENGTH, strength) => {
  expect(readEnvironment({ CONNECTOR_STRENGTH }).strength).toBe(strength);
});

test('another CONNECTOR_DEBUG is a problem', () => {
  const { problems } = readEnvironment({ CONNECTOR_DEBUG: 'fulll' });
  expect(problems).toEqual([expect.objectContaining({ where: 'environment variable CONNECTOR_DEBUG' })]);
});

test.each([
  ['', undefined],
  [' ', undefined],
  ['1', true],
  ['True', true],
  ['0', false],
  ['false', false],
  ['./reports', './reports'],
  ['report', 'report'],
])('CONNECTOR_REPORT=%s', (CONNECTOR_REPORT, report) => {
  const { report: read, problems } = readEnvironment({ CONNECTOR_REPORT });
  expect([read, problems]).toEqual([report, []]);
});

test.each(['yes', 'ON', 'off', 'no', '2', 'null'])('CONNECTOR_REPORT=%s is no folder, but a problem', (word) => {
  const { report, problems } = readEnvironment({ CONNECTOR_REPORT: word });
  expect(report).toBeUndefined();
  expect(problems).toEqual([
    expect.objectContaining({ where: 'environment variable CONNECTOR_REPORT', received: `"${word}"` }),
  ]);
});

test('INTEGRATION_TEST_SUMMARY_PATH names the summary', () => {
  expect(readEnvironment({ INTEGRATION_TEST_SUMMARY_PATH: 'a.json' }).summaryPath).toBe('a.json');
  expect(readEnvironment({ INTEGRATION_TEST_SUMMARY_PATH: '' })).not.toHaveProperty('summaryPath');
});

test('CONNECTOR_LOGS is a switch', () => {
  expect(['1', 'true', '0', ''].map((CONNECTOR_LOGS) => readEnvironment({ CONNECTOR_LOGS }).logs)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(readEnvironment({ CONNECTOR_LOGS: 'all' }).problems).toEqual([
    expect.objectContaining({ where: 'environment variable CONNECTOR_LOGS', received: '"all"' }),
  ]);
});

test('not set, and set to nothing, is missing; each name once', () => {
  const environment = { SET: 'x', ZERO: '0', EMPTY: '', BLANK: ' ' };
  expect(missingVariables(['SET', 'ZERO', 'EMPTY', 'BLANK', 'UNSET', 'EMPTY'], environment)).toEqual([
    ...['EMPTY', 'BLANK', 'UNSET'],
  ]);
});
