import { openApiBodies } from '../../../src/contract/open-api-bodies';

const body = (schema: object) => ({ post: { requestBody: { content: { 'application/json': { schema } } } } });

test('each body is complete: with the components that it refers to', () => {
  const document = {
    paths: {
      '/workflows/v1/auth': body({ $ref: '#/components/schemas/Auth' }),
      '/workflows/v1/check': body({ type: 'object' }),
      '/workflows/v1/other': body({ type: 'object' }),
    },
    components: {
      schemas: {
        Auth: { properties: { credentials: { items: { $ref: '#/components/schemas/Pair' } } } },
        Pair: { properties: { next: { anyOf: [{ $ref: '#/components/schemas/Pair' }, { type: 'null' }] } } },
        Unused: {},
      },
    },
  };
  expect(openApiBodies(document)).toEqual({
    auth: {
      $ref: '#/$defs/Auth',
      $defs: {
        Auth: { properties: { credentials: { items: { $ref: '#/$defs/Pair' } } } },
        Pair: { properties: { next: { anyOf: [{ $ref: '#/$defs/Pair' }, { type: 'null' }] } } },
      },
    },
    preflight: { type: 'object' },
  });
});

test.each<[string, unknown]>([
  ['the SDK, which describes no bodies', { paths: { '/workflows/v1/auth': { post: { responses: {} } } } }],
  ['a body of any kind', { paths: { '/workflows/v1/auth': body({}) } }],
  ['a document without paths', {}],
  ['nothing', undefined],
])('%s has none', (_what, document) => {
  expect(openApiBodies(document)).toEqual({});
});
