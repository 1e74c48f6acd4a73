import { isLazy, lazy } from '../../src/lazy';

const context = {};

test('a lazy runs once and keeps its value', async () => {
  const make = jest.fn(() => ({ token: Math.random() }));
  const token = lazy(() => make());

  const [first, second] = await Promise.all([token.resolve(context), token.resolve({})]);

  expect(second).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
});

test('a lazy that takes the context runs once for each context', async () => {
  const name = lazy(({ context: block }: { context: { name: string } }) => block.name);
  const [one, two] = [{ name: 'one' }, { name: 'two' }];

  expect([await name.resolve(one), await name.resolve(two), await name.resolve(one)]).toEqual(['one', 'two', 'one']);
});

test('an async lazy is awaited', async () => {
  await expect(lazy(async () => 7).resolve(context)).resolves.toBe(7);
});

test('a failure is not kept', async () => {
  let calls = 0;
  const flaky = lazy(() => {
    calls += 1;
    if (calls === 1) throw new Error('not yet');
    return 'here';
  });

  await expect(flaky.resolve(context)).rejects.toThrow('not yet');
  await expect(flaky.resolve(context)).resolves.toBe('here');
});

test('isLazy tells lazies from everything else', () => {
  expect(isLazy(lazy(() => 1))).toBe(true);
  expect([undefined, null, {}, () => 1, 'lazy'].map(isLazy)).toEqual([false, false, false, false, false]);
});
