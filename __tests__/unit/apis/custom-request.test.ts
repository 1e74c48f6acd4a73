import { customRequest } from '../../../src/apis/custom-request';

it('makes a query of the arguments of a GET and a DELETE', () => {
  const args = { q: 'a b', tags: ['x', 'y'] };
  expect(customRequest('search', { method: 'GET', path: '/search' }, args)).toEqual({
    method: 'GET',
    path: '/search',
    query: args,
  });
  expect(customRequest('peek', { method: 'HEAD', path: '/search' }, args)).toMatchObject({ query: args });
  expect(customRequest('drop', { method: 'DELETE', path: '/items' }, { id: 1 })).toMatchObject({ query: { id: 1 } });
});

it.each(['POST', 'PUT', 'PATCH'] as const)('makes a body of the arguments of a %s', (method) => {
  expect(customRequest('items', { method, path: '/items' }, { a: [1] })).toEqual({
    method,
    path: '/items',
    body: { a: [1] },
  });
});

it('takes names in braces out of the arguments, encoded', () => {
  const definition = { method: 'PUT', path: '/items/{id}/parts/{part}' } as const;
  expect(customRequest('part', definition, { id: 'a/b ü', part: 7, name: 'x' })).toEqual({
    method: 'PUT',
    path: '/items/a%2Fb%20%C3%BC/parts/7',
    body: { name: 'x' },
  });
});

it.each([
  [{}, 'missing'],
  [undefined, 'missing'],
  [{ id: '' }, '""'],
  [{ id: '..' }, '".."'],
  [{ id: null }, 'null'],
  [{ id: ['a'] }, 'an array'],
])('refuses %j for a path with {id}', (args, given) => {
  const request = () => customRequest('item', { method: 'GET', path: '/items/{id}' }, args);
  expect(request).toThrow(
    expect.objectContaining({
      code: 'INVALID_ARGS',
      what: `The argument "id" of item (/items/{id}) is ${given}; nothing was sent.`,
    }),
  );
});

it('never takes an inherited property', () => {
  expect(() => customRequest('x', { method: 'GET', path: '/{toString}' }, {})).toThrow(/is missing/);
});

it('sends anything as the body of a POST, and nothing without arguments', () => {
  const definition = { method: 'POST', path: '/raw' } as const;
  expect(customRequest('raw', definition, [1, 2]).body).toEqual([1, 2]);
  expect(customRequest('raw', definition, undefined).body).toBeUndefined();
});

it('refuses what cannot be a query', () => {
  expect(() => customRequest('search', { method: 'GET', path: '/search' }, ['a'])).toThrow(
    /expected an object(.|\n)*an array/,
  );
});
