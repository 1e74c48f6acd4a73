import { resolveOptions } from '../../../src/config/resolve-options';

const nothing = { config: {}, environment: {}, startedAppUrl: undefined, options: {} };

test('everything has a default', () => {
  expect(resolveOptions(nothing)).toEqual({
    serverHost: 'http://localhost:8000',
    workflowEndpoint: '/start',
    timeout: 30_000,
    concurrency: 1,
    workflowTimeout: 300_000,
    pollingInterval: 1_000,
    inputContract: true,
    strictPaths: false,
    forbidSecretsInResponses: false,
    allowShortTimeout: false,
    hookTimeout: 60_000,
    healthPath: '/server/health',
    healthTimeout: 5_000,
    headers: {},
    query: {},
    apis: {},
  });
});

test.each([
  ['the started app', {}, 'http://started'],
  ['the Jest config', { config: { serverHost: 'http://config' } }, 'http://config'],
  [
    'the environment',
    { config: { serverHost: 'http://config' }, environment: { serverHost: 'http://environment' } },
    'http://environment',
  ],
  [
    'the block',
    { environment: { serverHost: 'http://environment' }, options: { serverHost: 'http://block' } },
    'http://block',
  ],
])('%s decides where the server is, over those before it', (_source, sources, serverHost) => {
  const all = { ...nothing, startedAppUrl: 'http://started', ...sources };
  expect(resolveOptions(all).serverHost).toBe(serverHost);
});

test('headers, query and apis are merged by name', () => {
  const search = { method: 'GET', path: '/search' } as const;
  const resolved = resolveOptions({
    ...nothing,
    config: { headers: { a: '1', b: '1' }, query: { q: '1' }, apis: { search } },
    options: { headers: { b: '2' }, query: { r: '2' } },
  });

  expect(resolved).toMatchObject({ headers: { a: '1', b: '2' }, query: { q: '1', r: '2' }, apis: { search } });
});

test('an undefined option is one that was not given', () => {
  const options = { timeout: undefined } as unknown as { timeout: number };
  expect(resolveOptions({ ...nothing, options }).timeout).toBe(30_000);
});
