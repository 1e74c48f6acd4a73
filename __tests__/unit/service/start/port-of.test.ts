import { portOf } from '../../../../src/service/start/port-of';

test.each([
  ['http://127.0.0.1:8000', 8000],
  ['http://[::1]:8000/health', 8000],
  ['http://localhost', 80],
  ['http://localhost:80', 80],
  ['https://localhost', 443],
  ['https://localhost:443/health', 443],
])('%s points to port %d', (url, port) => {
  expect(portOf(url)).toBe(port);
});
