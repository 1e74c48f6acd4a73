import { lazy } from '../../../../src/lazy';
import { resolveLazies } from '../../../../src/runner/request/resolve-lazies';

const INPUT = { context: {}, results: {} };

test('lazies are replaced at any depth, in lazies too, and the value itself is left alone', async () => {
  const args = {
    credentials: lazy(async () => ({ username: 'u', password: lazy(() => 'p') })),
    list: [1, lazy(({ context }) => context.two)],
    plain: { deep: { value: null } },
  };

  await expect(resolveLazies(args, { context: { two: 2 }, results: {} })).resolves.toEqual({
    credentials: { username: 'u', password: 'p' },
    list: [1, 2],
    plain: { deep: { value: null } },
  });
  expect(args.list).toHaveLength(2);
  expect(args.credentials).toHaveProperty('make');
});

test('what is no plain object is a value, and a circle ends', async () => {
  const date = new Date(0);
  const circle: { self?: unknown; token: unknown } = { token: lazy(() => 't') };
  circle.self = circle;

  await expect(resolveLazies({ date }, INPUT)).resolves.toEqual({ date });
  await expect(resolveLazies(circle, INPUT)).resolves.toMatchObject({ self: expect.anything(), token: 't' });
});

test('an undefined stays where it is, so that it can be refused', async () => {
  await expect(resolveLazies({ password: lazy(() => undefined) }, INPUT)).resolves.toStrictEqual({
    password: undefined,
  });
});

test('what JSON would drop beside a lazy stays, to be refused where it is sent', async () => {
  const hidden = Symbol('hidden');
  class Account {
    token: unknown = lazy(() => 't');
    get password(): string {
      throw new Error('asked for');
    }
  }
  // eslint-disable-next-line no-sparse-arrays
  const given = { [hidden]: 1, token: lazy(() => 't'), list: [lazy(() => 1), , 3], account: new Account() };
  const resolved = (await resolveLazies(given, INPUT)) as typeof given;

  expect(Object.getOwnPropertySymbols(resolved)).toEqual([hidden]);
  expect([resolved.list.length, 1 in resolved.list]).toEqual([3, false]);
  expect(resolved.account).toBeInstanceOf(Account);
  expect(resolved.account.token).toBe('t');
});
