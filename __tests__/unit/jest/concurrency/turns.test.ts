import { type Turn, Turns } from '../../../../src/jest/concurrency/turns';
import { turnTooLong, waiterOf } from '../../../../src/jest/concurrency/waiter';
import type { AnyApiScenario } from '../../../../src/scenario/scenario';

const scenario = (name: string, fields: Partial<AnyApiScenario> = {}): AnyApiScenario => ({
  name,
  api: 'auth',
  assertThat: { success: true },
  ...fields,
});

/** Starts all scenarios at once; `end` ends one, and `log` is what happened. */
function begin(limit: number, scenarios: readonly AnyApiScenario[]) {
  const turns = new Turns(limit, scenarios);
  const ends = new Map<string, () => void>();
  const log: string[] = [];
  const others: Record<string, number> = {};
  const work =
    ({ name }: AnyApiScenario) =>
    async (turn: Turn): Promise<void> => {
      log.push(name);
      await new Promise<void>((resolve) => ends.set(name, resolve));
      others[name] = turn.others;
    };
  const take = (each: AnyApiScenario) => turns.take(waiterOf(each, false), work(each));
  const all = scenarios.map(take);
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string): Promise<string[]> => {
    ends.get(name)?.();
    await settled();
    return log;
  };
  return { all, log, others, end, take, settled };
}

test('at most so many run at the same time, in the order written', async () => {
  const { log, end, settled } = begin(
    2,
    ['a', 'b', 'c', 'd'].map((name) => scenario(name)),
  );
  await settled();
  expect(log).toEqual(['a', 'b']);
  expect(await end('b')).toEqual(['a', 'b', 'c']);
  expect(await end('a')).toEqual(['a', 'b', 'c', 'd']);
});

test('two with the same lock never run at the same time, and others go by', async () => {
  const [a, b] = [scenario('a', { lock: 'x' }), scenario('b', { lock: 'x' })];
  const { log, end, settled } = begin(5, [a, b, scenario('c', { lock: 'y' }), scenario('d')]);
  await settled();
  expect(log).toEqual(['a', 'c', 'd']);
  expect(await end('c')).toEqual(['a', 'c', 'd']);
  expect(await end('a')).toEqual(['a', 'c', 'd', 'b']);
});

test('a serial one runs alone, and those written behind it wait for it', async () => {
  const { log, end, settled } = begin(5, [
    scenario('a'),
    scenario('b', { serial: true }),
    scenario('c'),
    scenario('d'),
  ]);
  await settled();
  expect(log).toEqual(['a']);
  expect(await end('a')).toEqual(['a', 'b']);
  expect(await end('b')).toEqual(['a', 'b', 'c', 'd']);
});

test('of those that wait, the one written first is served first, whenever it came', async () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => scenario(name)) as [AnyApiScenario, AnyApiScenario, AnyApiScenario];
  const turns = new Turns(1, [a, b, c]);
  const log: string[] = [];
  const take = (each: AnyApiScenario) => turns.take(waiterOf(each, false), async () => void log.push(each.name));
  await Promise.all([take(a), take(c), take(b)]);
  expect(log).toEqual(['a', 'b', 'c']);
});

test('a turn ends when its work fails, and knows how many others ran during it', async () => {
  const { all, others, end, settled } = begin(2, [scenario('a'), scenario('b'), scenario('c')]);
  await settled();
  await end('b');
  await end('c');
  await end('a');
  await Promise.all(all);
  expect(others).toEqual({ a: 2, b: 1, c: 1 });

  const turns = new Turns(1, []);
  await expect(turns.take(waiterOf(scenario('x'), false), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(turns.take(waiterOf(scenario('y'), false), () => Promise.resolve(7))).resolves.toBe(7);
});

test('while baselines are written, scenarios with the same one take turns', () => {
  const fields = { expectedData: 'a.json', lock: 'x' };
  expect(waiterOf(scenario('a', fields), true).locks).toEqual(['lock x', 'baseline a.json']);
  expect(waiterOf(scenario('a', fields), false).locks).toEqual(['lock x']);
});

test('a scenario that never ends is named', () => {
  expect(turnTooLong('a', 1_234.4).message).toContain('Scenario "a" did not end within 1234 ms');
});

/** The same numbers in each run. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

test.each([1, 3, 8, 50])('200 scenarios at random, at most %i: no rule is broken, and all run once', async (limit) => {
  const random = randomNumbers(limit);
  const scenarios = Array.from({ length: 200 }, (_unused, index) => {
    const kind = random(10);
    return scenario(`s${index}`, kind === 0 ? { serial: true } : kind < 4 ? { lock: `l${kind}` } : {});
  });
  const turns = new Turns(limit, scenarios);
  const running = new Set<AnyApiScenario>();
  const broken: string[] = [];
  let most = 0;
  const ran: string[] = [];
  const one = async (each: AnyApiScenario): Promise<void> => {
    for (const other of running) {
      const isWrong = each.serial || other.serial || (each.lock !== undefined && each.lock === other.lock);
      if (isWrong) broken.push(`${each.name} beside ${other.name}`);
    }
    running.add(each);
    most = Math.max(most, running.size);
    for (let ticks = random(5); ticks > 0; ticks -= 1) await new Promise((resolve) => setImmediate(resolve));
    running.delete(each);
    ran.push(each.name);
    if (random(4) === 0) throw new Error(each.name);
  };
  await Promise.allSettled(scenarios.map((each) => turns.take(waiterOf(each, false), () => one(each))));

  expect(broken).toEqual([]);
  expect(new Set(ran).size).toBe(200);
  expect(ran).toHaveLength(200);
  expect(most).toBeLessThanOrEqual(limit);
  if (limit > 1) expect(most).toBeGreaterThan(1);
});
