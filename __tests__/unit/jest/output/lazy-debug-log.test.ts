import { createDebugLog } from '../../../../src/jest/output/lazy-debug-log';

test('a request by hand is named after the test that runs', () => {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  createDebugLog('short').onExchange({ request: { method: 'GET', url: 'http://localhost:1/a', headers: {} } });
  const [[text] = ['']] = write.mock.calls;
  write.mockRestore();

  expect(text).toMatch(/^jest-connector: a request by hand is named after the test that runs\n {2}GET http/);
});
