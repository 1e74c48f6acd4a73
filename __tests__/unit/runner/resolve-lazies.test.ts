import { lazy } from '../../../src/lazy';
import { resolveLazies } from '../../../src/runner/resolve-lazies';

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
