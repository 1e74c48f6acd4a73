import { customRequest } from '../../../src/apis/custom-request';
import { overridden } from '../../../src/apis/overrides';
import { reads } from '../../../src/apis/reads';

const post = { method: 'POST', path: '/a', body: { x: 1 } };

test.each([
  ['nothing', post, {}, { method: 'POST', body: { x: 1 } }],
  ['a method with a body', post, { method: 'PUT' }, { method: 'PUT', body: { x: 1 } }],
  ['a method without one', post, { method: 'GET' }, { method: 'GET', body: undefined }],
  ['a body', post, { rawBody: '{' }, { method: 'POST', body: undefined, rawBody: '{' }],
  ['a body for a request that reads', { method: 'GET', path: '/a' }, { rawBody: '' }, { method: 'POST', rawBody: '' }],
  ['both', post, { method: 'GET', rawBody: 'x' }, { method: 'GET', body: undefined, rawBody: 'x' }],
] as const)('%s', (_what, request, overrides, expected) => {
  expect(overridden(request, overrides)).toMatchObject({ path: '/a', ...expected });
});

test('with a raw body, the arguments of a custom API fill its path and its query', () => {
  const definition = { method: 'POST', path: '/items/{id}', rawBody: '<a/>' } as const;
  expect(customRequest('item', definition, { id: 7, dry: true })).toEqual({
    method: 'POST',
    path: '/items/7',
    query: { dry: true },
    rawBody: '<a/>',
  });
  expect(() => customRequest('item', { ...definition, path: '/items' }, [1])).toThrow('a request with `rawBody`');
});

test('another method than the API’s own is not taken for one that only reads', () => {
  expect(reads({ api: 'auth', method: 'DELETE' })).toBe(false);
  expect(reads({ api: 'auth', method: 'GET' })).toBe(true);
  expect(reads({ api: 'mine', method: 'PUT', definition: { method: 'POST', path: '/', reads: true } })).toBe(false);
});
