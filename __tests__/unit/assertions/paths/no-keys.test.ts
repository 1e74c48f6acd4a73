import { noKeysReason } from '../../../../src/assertions/paths/no-keys';

const at = (holder: unknown, segments: readonly string[] = ['data'], reached = 0) => ({
  ...{ found: false, value: undefined, segments, reached, holder },
});

/** Why nothing is at `data` in a response with this body. */
function ofResponse(body: unknown, contentType?: string, size?: number): string | undefined {
  const headers = contentType === undefined ? {} : { 'content-type': contentType };
  return noKeysReason({ body, roots: { $http: { headers, size } } }, at(body));
}

test.each<[kind: string, body: unknown, contentType?: string, size?: number]>([
  ['not JSON (text/html, 6 characters)', '<html>', 'text/html; charset=utf-8'],
  ['not JSON (1 character)', 'x'],
  ['not JSON (text/html, empty)', '', 'text/html', 0],
  ['not JSON (empty)', ''],
  ['not JSON (application/zip, 1,200 bytes, not decoded)', '', 'application/zip', 1200],
  ['not JSON (application/json, empty)', '', 'application/json'],
  ['not JSON (application/json-seq, 1 character)', '1', 'application/json-seq'],
  ['not JSON (myjson, 1 character)', '1', 'myjson'],
  [`not JSON (${'x'.repeat(100)}, 1 character)`, '1', ` ${'x'.repeat(101)} `],
  ['not JSON (a\\u001bb, 1 character)', '1', 'a\u001bb'],
  ['a string (4 characters)', 'down', 'application/json'],
  ['a string (1 character)', 'a', 'application/problem+JSON;a=b'],
  ['null', null, 'application/json'],
  ['undefined', undefined],
  ['a number, 12', 12, 'application/json'],
])('a response that is %s', (kind, ...response) => {
  expect(ofResponse(...response)).toBe(`the response is ${kind}, so it has no keys; its status is at $http.status`);
});

test.each<[kind: string, value: unknown]>([
  ['a function', () => undefined],
  ['a string (0 characters)', ''],
  ['a boolean, true', true],
])('a received value that is %s', (kind, value) => {
  expect(noKeysReason({ body: value, roots: {} }, at(value))).toBe(`the received value is ${kind}, so it has no keys`);
});

test.each([
  ['an object has keys', at({})],
  ['a list has keys', at([])],
  ['the path was followed for a part', at('x', ['data', 'status'], 1)],
  ['a path to a root needs no keys', at('x', ['$http', 'status'])],
  ['the empty path is the value itself', at('x', [])],
])('%s', (_why, place) => {
  expect(noKeysReason({ body: 'x', roots: {} }, place)).toBeUndefined();
});
