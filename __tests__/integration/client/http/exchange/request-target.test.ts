import { requestTarget } from '../../../../../src/client/http/exchange/request-target';

test.each([
  ['http://app.test/a?b=c', { isPlain: true, host: 'app.test', port: 80, path: '/a?b=c' }],
  ['http://app.test:8000', { isPlain: true, host: 'app.test', port: 8000, path: '/' }],
  ['http://[::1]:8000/a', { isPlain: true, host: '::1', port: 8000, path: '/a' }],
  ['https://app.test/a', { isPlain: false, host: 'app.test', port: 443, path: '/a' }],
  ['https://app.test:8443/a', { isPlain: false, host: 'app.test', port: 8443, path: '/a' }],
  ['http://me:secret@app.test/a', { isPlain: false, host: 'app.test', port: 80, path: '/a' }],
  ['http://me@app.test/a', { isPlain: false, host: 'app.test', port: 80, path: '/a' }],
  ['ftp://app.test/a', { isPlain: false, host: 'app.test', port: 80, path: '/a' }],
  ['http://:secret@app.test/a', { isPlain: false, host: 'app.test', port: 80, path: '/a' }],
])('%s', (url, target) => {
  expect(requestTarget(url)).toEqual({ ...target, protocol: new URL(url).protocol });
});

test('an equal URL has the same target, another one has its own', () => {
  const one = requestTarget('http://app.test/one');

  expect(requestTarget('http://app.test/one')).toBe(one);
  expect(requestTarget('http://app.test/two').path).toBe('/two');
  expect(requestTarget('http://app.test/one').path).toBe('/one');
});
