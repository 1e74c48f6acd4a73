import { ConnectorTestError, ERROR_CODES, isConnectorTestError } from '../../src/errors';

test('an error says what failed, why, and what to do', () => {
  const error = new ConnectorTestError('SERVER_UNREACHABLE', {
    what: 'Could not reach the app server.',
    why: 'refused\nfor 5000 ms',
    fix: 'start it.',
  });

  expect(String(error.stack)).toMatch(/^ConnectorTestError \[SERVER_UNREACHABLE\]: Could not reach the app server\.\n/);
  expect(error.message).toBe('Could not reach the app server.\n\n  Why: refused\n       for 5000 ms\n  Fix: start it.');
  expect(error).toBeInstanceOf(Error);
});

test('an error without reasons is its first sentence', () => {
  expect(new ConnectorTestError('NOT_IN_JEST', { what: 'No.' }).message).toBe('No.');
});

test('an error holds no secret, whatever it is made with', () => {
  process.env['MY_TEST_PASSWORD'] = 'hunter2-hunter2';
  const { message, what, stack } = new ConnectorTestError('NOT_IN_JEST', {
    what: 'It said hunter2-hunter2.',
    why: 'hunter2-hunter2',
    fix: 'not hunter2-hunter2',
  });
  delete process.env['MY_TEST_PASSWORD'];
  expect(what).toBe('It said [redacted].');
  expect([message, what, stack].join()).not.toContain('hunter2');
});

test('our errors are told from others, by code', () => {
  expect(isConnectorTestError(new ConnectorTestError('NOT_IN_JEST', { what: 'No.' }))).toBe(true);
  expect(isConnectorTestError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }))).toBe(false);
  expect(isConnectorTestError(null)).toBe(false);
});

test('the codes are sorted and unique', () => {
  expect([...ERROR_CODES]).toEqual([...new Set(ERROR_CODES)].sort());
});
