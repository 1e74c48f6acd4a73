import { inspect } from 'node:util';
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

/** All that any printer could find: what is not enumerable, too. */
const all = (value: unknown): string => inspect(value, { depth: 20, showHidden: true });

test.each<[string, () => unknown]>([
  ['errors', () => new AggregateError([new Error(`first ${password}`, { cause: new Error(password) })], 'x')],
  ['errors of a cause', () => new Error('x', { cause: new AggregateError([new Error(password), password], 'y') })],
  [
    'a cause that is a text, a symbol or an object',
    () =>
      new AggregateError(
        [password, Symbol(password), { password: 'unknown-1' }].map((cause) => new Error('x', { cause })),
      ),
  ],
  ['its own fields', () => Object.assign(new Error('x'), { detail: password, query: { password: 'unknown-1' } })],
  ['a field with a secret name', () => Object.assign(new Error('x'), { password: 'unknown-1' })],
  ['its name', () => Object.assign(new Error('x'), { name: `E ${password}` })],
  ['a frozen error', () => Object.freeze(new Error(`x ${password}`))],
  [
    'a circle',
    () => {
      const error: Error & { cause?: unknown } = new Error(`x ${password}`);
      error.cause = new AggregateError([error], password);
      return error;
    },
  ],
  ['a symbol', () => Symbol(password)],
  [
    'a field that cannot be read',
    () =>
      Object.defineProperty(new Error('x'), 'cause', {
        get: () => {
          throw new Error(password);
        },
      }),
  ],
])('no secret is left in %s', (_what, make) => {
  const error = make();
  const safe = safeError(error);
  expect(all(safe)).not.toMatch(/Tr0ub|unknown-1/);
  if (error instanceof Error && safe instanceof Error) expect(safe.stack).toContain('at ');
});

test('the parts of an error are kept', () => {
  const error = new AggregateError([new TypeError('first'), new Error('second', { cause: 'third' })], `x ${password}`);
  const safe = safeError(error) as AggregateError;
  expect(safe.message).toBe('x [redacted]');
  expect(safe.errors.map(String)).toEqual(['TypeError: first', 'Error: second']);
  expect((safe.errors[1] as Error).cause).toBe('third');
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

test.each([
  ['a bigint', () => 5n],
  ['an object with one', () => ({ code: 5n, list: [5n] })],
  ['an error with one', () => Object.assign(new Error('x'), { code: 5n })],
  ['an error with one inside', () => Object.assign(new Error('x'), { body: { id: 5n } })],
  ['an error with one for a cause', () => new Error('x', { cause: 5n })],
  ['several', () => new AggregateError([5n, Object.assign(new Error('x'), { id: 5n })], 'x')],
])("%s can be handed over by Jest's workers", (_what, make) => {
  const safe = safeError(make()) as Error & { errors?: readonly unknown[] };
  expect(() => JSON.stringify([safe, safe.cause, safe.errors, { ...safe }])).not.toThrow();
});
