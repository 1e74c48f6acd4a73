import { API_NAMES } from '../../../src/apis/api-names';
import { reads } from '../../../src/apis/reads';

it.each(API_NAMES)('%s by POST', (api) => {
  expect(reads({ api, method: 'POST' })).toBe(['auth', 'preflight', 'metadata'].includes(api));
});

it('config by GET reads', () => {
  expect(reads({ api: 'config', method: 'GET' })).toBe(true);
});

it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)('%s of an API of one’s own', (method) => {
  const definition = { method, path: '/x' };
  const api = 'mine';
  expect(reads({ api, method, definition })).toBe(['GET', 'HEAD'].includes(method));
  expect(reads({ api, method, definition: { ...definition, reads: true } })).toBe(true);
  expect(reads({ api, method, definition: { ...definition, reads: false } })).toBe(false);
});
