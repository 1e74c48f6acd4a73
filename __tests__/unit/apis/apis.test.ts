import { API_NAMES } from '../../../src/apis/api-names';
import { apiRequest, APIS, isBuiltInApi } from '../../../src/apis/apis';

it('has a row for every name', () => {
  expect(Object.keys(APIS)).toEqual([...API_NAMES]);
  expect(isBuiltInApi('auth')).toBe(true);
  expect(isBuiltInApi('toString')).toBe(false);
});

describe.each([
  ['auth', '/workflows/v1/auth'],
  ['preflight', '/workflows/v1/check'],
  ['metadata', '/workflows/v1/metadata'],
] as const)('%s', (name, path) => {
  it('posts the arguments, with credentials as pairs', () => {
    const args = { credentials: { port: 1 }, metadata: { a: [1] }, other: null };
    expect(apiRequest(name, { args })).toEqual({
      method: 'POST',
      path,
      query: undefined,
      body: { credentials: [{ key: 'port', value: '1' }], metadata: { a: [1] }, other: null },
    });
  });

  it('posts an empty object without arguments', () => {
    expect(apiRequest(name, { args: undefined }).body).toEqual({});
  });

  it.each([[[1, 2]], ['text'], [7], [null]])('posts %p as it is', (args) => {
    expect(apiRequest(name, { args, entrypoint: 'miner' }).body).toBe(args);
  });

  it('puts the entry point into the body, unless the arguments have one', () => {
    expect(apiRequest(name, { args: { a: 1 }, entrypoint: 'miner' }).body).toEqual({ a: 1, entrypoint: 'miner' });
    expect(apiRequest(name, { args: { entrypoint: 'own' }, entrypoint: 'miner' }).body).toEqual({ entrypoint: 'own' });
  });
});

describe('workflow', () => {
  it('posts the arguments as they are', () => {
    const args = { credentials: { port: 1 } };
    expect(apiRequest('workflow', { args })).toEqual({
      method: 'POST',
      path: '/workflows/v1/start',
      query: { entrypoint: undefined },
      body: args,
    });
  });

  it.each(['extract', '/extract', '//extract'])('goes to the endpoint %s', (endpoint) => {
    expect(apiRequest('workflow', { args: {}, endpoint }).path).toBe('/workflows/v1/extract');
  });

  it('has the entry point in the query', () => {
    expect(apiRequest('workflow', { args: {}, entrypoint: 'miner' }).query).toEqual({ entrypoint: 'miner' });
  });
});

describe('config', () => {
  const request = (args: unknown) => apiRequest('config', { args });

  it('gets', () => {
    expect(request({ configWorkflowId: 'a/b', type: 'credentials' })).toEqual({
      method: 'GET',
      path: '/workflows/v1/config/a%2Fb',
      query: { type: 'credentials' },
      body: undefined,
    });
  });

  it.each([[{ schedule: 'daily' }], [null], [0], [''], [[1]]])('updates with %p', (configPayload) => {
    expect(request({ configWorkflowId: 'wf', configPayload })).toMatchObject({ method: 'POST', body: configPayload });
  });

  it('does what the action says', () => {
    expect(request({ configWorkflowId: 'wf', configAction: 'get' }).method).toBe('GET');
    expect(request({ configWorkflowId: 'wf', configAction: 'update', configPayload: {} }).method).toBe('POST');
  });

  it.each([
    [undefined, /The API `config` needs arguments/],
    [{}, /configWorkflowId is missing/],
    [{ configWorkflowId: '' }, /configWorkflowId is ""/],
    [{ configWorkflowId: '..' }, /configWorkflowId is ".."/],
    [{ configWorkflowId: {} }, /configWorkflowId is an object/],
    [{ configWorkflowId: 'a', configPaylod: {} }, /no argument "configPaylod"; did you mean configPayload/],
    [{ configWorkflowId: 'a', configAction: 'updat' }, /Invalid configAction: "updat"(.|\n)*did you mean "update"/],
    [{ configWorkflowId: 'a', configAction: 'update' }, /configPayload is missing/],
    [
      { configWorkflowId: 'a', configAction: 'get', configPayload: {} },
      /configPayload is set, but configAction is "get"/,
    ],
  ])('refuses %j', (args, message) => {
    expect(() => request(args)).toThrow(message);
    expect(() => request(args)).toThrow(expect.objectContaining({ code: 'INVALID_ARGS' }));
  });
});
