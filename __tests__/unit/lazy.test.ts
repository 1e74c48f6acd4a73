import { isLazy, lazy } from '../../src/lazy';

const results = {};
const input = { context: {}, results };

test('a lazy runs once and keeps its value', async () => {
  const make = jest.fn(() => ({ token: Math.random() }));
  const token = lazy(() => make());

  const [first, second] = await Promise.all([token.resolve(input), token.resolve({ context: {}, results })]);

  expect(second).toBe(first);
  expect(make).toHaveBeenCalledTimes(1);
});

test('a lazy that takes the context runs once for each context', async () => {
  const name = lazy(({ context: block }: { context: { name: string } }) => block.name);
  const [one, two] = [
    { context: { name: 'one' }, results },
    { context: { name: 'two' }, results },
  ];

  expect([await name.resolve(one), await name.resolve(two), await name.resolve(one)]).toEqual(['one', 'two', 'one']);
});

test('so does one whose context has a default, or that takes whatever it is given', async () => {
  const withDefault = lazy(
    // eslint-disable-next-line @typescript-eslint/no-useless-default-assignment -- Users write such defaults.
    ({ context: block }: { context: { name: string } } = { context: { name: 'none' } }) => block.name,
  );
  const withRest = lazy((...given) => (given[0] as { context: { name: string } }).context.name);
  for (const name of [withDefault, withRest]) {
    expect(await name.resolve({ context: { name: 'one' }, results })).toBe('one');
    expect(await name.resolve({ context: { name: 'two' }, results })).toBe('two');
  }
});

test('an async lazy is awaited', async () => {
  await expect(lazy(async () => 7).resolve(input)).resolves.toBe(7);
});

test('a failure is not kept', async () => {
  let calls = 0;
  const flaky = lazy(() => {
    calls += 1;
    if (calls === 1) throw new Error('not yet');
    return 'here';
  });

  await expect(flaky.resolve(input)).rejects.toThrow('not yet');
  await expect(flaky.resolve(input)).resolves.toBe('here');
});

test('a lazy that looks at results runs once for each scenario, and keeps no failure', async () => {
  let calls = 0;
  const id = lazy(({ results: { start } }) => {
    calls += 1;
    if (start === undefined) throw new Error('no start');
    return start.body.id as string;
  });
  const context = {};
  const of = (number: number) => ({ start: { body: { id: `id-${number}` }, status: 200, headers: {}, durationMs: 1 } });
  const [one, two] = [of(1), of(2)];
  const resolve = (of: typeof one) => id.resolve({ context, results: of });

  await expect(id.resolve({ context, results: {} })).rejects.toThrow('no start');
  expect([await resolve(one), await resolve(one), await resolve(two)]).toEqual(['id-1', 'id-1', 'id-2']);
  expect(calls).toBe(3);
});

test('isLazy tells lazies from everything else', () => {
  expect(isLazy(lazy(() => 1))).toBe(true);
  expect([undefined, null, {}, () => 1, 'lazy'].map(isLazy)).toEqual([false, false, false, false, false]);
});

describe('asked for by several scenarios at once', () => {
  const context = {};
  const scenario = (id: string) => ({
    context,
    results: { start: { body: { id }, status: 200, headers: {}, durationMs: 1 } },
  });

  test('one that looks at results late never gives one scenario the value of another', async () => {
    const id = lazy(async (given) => {
      await new Promise((resolve) => setImmediate(resolve));
      return given.results['start']?.body.id as string;
    });
    const asked = ['one', 'two', 'three'].map(scenario);
    expect(await Promise.all(asked.map((each) => id.resolve(each)))).toEqual(['one', 'two', 'three']);
    expect(await Promise.all(asked.map((each) => id.resolve(each)))).toEqual(['one', 'two', 'three']);
  });

  test('a failure is that of the scenario that asked first; the others try again', async () => {
    let calls = 0;
    const flaky = lazy(async () => {
      calls += 1;
      const call = calls;
      await new Promise((resolve) => setImmediate(resolve));
      if (call === 1) throw new Error('not yet');
      return 'here';
    });
    const [one, two] = [scenario('one'), scenario('two')];
    const asked = [one, one, two].map((each) => flaky.resolve(each));
    expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(calls).toBe(2);
    await expect(flaky.resolve(scenario('three'))).resolves.toBe('here');
    expect(calls).toBe(2);
  });

  test('one for all of them runs once', async () => {
    const make = jest.fn(() => new Promise<number>((resolve) => setImmediate(() => resolve(7))));
    const token = lazy(() => make());
    const asked = ['one', 'two', 'three'].map((name) => token.resolve(scenario(name)));
    expect(await Promise.all(asked)).toEqual([7, 7, 7]);
    expect(make).toHaveBeenCalledTimes(1);
  });
});
