import { urlHost } from '../../src/url-host';

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['app.local', 'app.local'],
  ['::1', '[::1]'],
  ['fe80::1', '[fe80::1]'],
])('%s stands in a URL as %s', (host, written) => {
  expect(urlHost(host)).toBe(written);
});
