import { validateScenarios } from '../../../../src/scenario/validate-scenarios';

const problemsOf = (fields: object): string[] =>
  validateScenarios(
    [{ name: 'a', api: 'auth', assertThat: { success: true }, ...fields }],
    ['auth', 'preflight', 'metadata', 'workflow', 'config', 'mine'],
  ).map(({ field, expected, received }) => [field, expected, received].filter(Boolean).join(': '));

const ONE_BODY = 'either `rawBody` or this field, because only one body is sent';

test.each<[string, object]>([
  ['text', { rawBody: '{' }],
  ['bytes', { rawBody: Buffer.from([0]) }],
  ['another method', { method: 'GET' }],
  ['a method with a body, beside args', { method: 'PUT', args: {} }],
  ['an entry point of a workflow, which is in the query', { api: 'workflow', rawBody: '', entrypoint: 'miner' }],
  ['the id of a configuration', { api: 'config', rawBody: '{', args: { configWorkflowId: 'a' } }],
  ['arguments of a custom API', { api: 'mine', rawBody: '{', args: { q: 1 } }],
  ['a read that is repeated', { rawBody: '{', eventually: { timeout: 5_000 } }],
  ['a start to be refused', { api: 'workflow', mustNotStart: true }],
])('%s is accepted', (_what, fields) => {
  expect(problemsOf(fields)).toEqual([]);
});

test.each<[string, object, string[]]>([
  [
    'an object as a body',
    { rawBody: {} },
    ['rawBody: a string, or bytes such as a Buffer, or a lazy that returns one: an empty object'],
  ],
  ['an unknown method', { method: 'TRACE' }, ['method: one of GET, POST, PUT, PATCH, DELETE, HEAD: "TRACE"']],
  ['two bodies', { rawBody: '{', args: {} }, [`args: ${ONE_BODY}`]],
  [
    'a body and a part',
    { rawBody: '{', credentials: {}, entrypoint: 'a' },
    [`credentials: ${ONE_BODY}`, `entrypoint: ${ONE_BODY}`],
  ],
  ['a change of nothing', { rawBody: '{', changeArgs: () => ({}) }, [`changeArgs: ${ONE_BODY}`]],
  [
    'two payloads',
    { api: 'config', configWorkflowId: 'a', configPayload: {}, rawBody: '' },
    [`configPayload: ${ONE_BODY}`],
  ],
  [
    'two payloads in args',
    { api: 'config', args: { configWorkflowId: 'a', configPayload: {} }, rawBody: '' },
    [`args.configPayload: ${ONE_BODY}`],
  ],
  [
    'arguments of a GET',
    { method: 'GET', args: {} },
    ['args: a method with a body beside this field, such as POST or PUT: method: "GET"'],
  ],
  [
    'a repeated DELETE',
    { method: 'DELETE', eventually: { timeout: 5_000 } },
    ['eventually: a scenario that only reads: method: "DELETE"'],
  ],
  [
    'a repeated update',
    { api: 'config', configWorkflowId: 'a', rawBody: '{', eventually: { timeout: 5_000 } },
    ['eventually: a scenario that only reads: a `rawBody` for `config`'],
  ],
  [
    'a wait for what must not start',
    { api: 'workflow', mustNotStart: true, waitFor: 'FAILED' },
    ['mustNotStart: a scenario that does not wait for its workflow: one that waits for it'],
  ],
  ['a start of another API', { mustNotStart: true }, [`mustNotStart: api: 'workflow' with this field: api: "auth"`]],
])('%s is refused', (_what, fields, problems) => {
  expect(problemsOf(fields)).toEqual(problems);
});
