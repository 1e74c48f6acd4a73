import axios from 'axios';
import { ConnectorTestError } from '../../src/errors';
import { learnSecretsOf } from '../../src/redaction/process-redactor';
import { safeError } from '../../src/safe-error';

const password = 'Tr0ub4dor&3';
beforeAll(() => learnSecretsOf({ password }));

test('an error without secrets is the same error', () => {
  const error = new TypeError('no database');
  expect(safeError(error)).toBe(error);
  const ours = new ConnectorTestError('NOT_IN_JEST', { what: 'No.' });
  expect(safeError(ours)).toBe(ours);
  expect(safeError(undefined)).toBeUndefined();
});

test('a secret in message, stack or cause is hidden, and the user’s line kept', () => {
  const error = new Error(`refused ${password}`, { cause: new Error(`sent ${password}`) });
  const safe = safeError(error) as Error;

  expect(safe.message).toBe('refused [redacted]');
  expect(safe.stack).toMatch(/safe-error\.test\.ts/);
  expect(`${safe.stack}${(safe.cause as Error).stack}`).not.toContain(password);
});

test('an AxiosError leaves without its request', async () => {
  const thrown: unknown = await axios
    .post('http://127.0.0.1:9', { password }, { headers: { Authorization: `Bearer ${password}` }, proxy: false })
    .catch((error: unknown) => error);
  const safe = safeError(thrown) as Error;

  expect(safe.message).toContain('ECONNREFUSED');
  expect(Object.keys(safe)).toEqual([]);
  expect(JSON.stringify(safe)).not.toContain(password);
});

test('a thrown text or object is redacted', () => {
  expect(safeError(`no ${password}`)).toBe('no [redacted]');
  expect(safeError({ password: 'x-y-z', code: 5 })).toEqual({ password: '[redacted]', code: 5 });
});
