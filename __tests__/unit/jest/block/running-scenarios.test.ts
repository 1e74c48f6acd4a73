import { RunningScenarios } from '../../../../src/jest/block/running-scenarios';
import type { Turn } from '../../../../src/jest/concurrency/turns';

const pause = () => new Promise((resolve) => setImmediate(resolve));
const turn = (): Turn => ({ waiter: { name: 'a', serial: false, locks: [] }, others: 0 });

test('one after the other, it is the one that runs, whoever asks', async () => {
  const running = new RunningScenarios(false);
  expect(running.current).toBeUndefined();
  let seenOutside: unknown;
  const outside = pause().then(() => (seenOutside = running.current));
  await running.during(async (own) => {
    expect(running.current).toBe(own);
    await outside;
    expect(seenOutside).toBe(own);
    expect(running.inTurn).toBeUndefined();
  });
  expect(running.current).toBeUndefined();
});

test('at the same time, it is the one that asks', async () => {
  const running = new RunningScenarios(true);
  const one = () =>
    running.duringTurn(turn(), async () => {
      const { inTurn } = running;
      await pause();
      return running.during(async (own) => {
        await pause();
        return own === inTurn && running.current === own && own.turn !== undefined;
      });
    });
  expect(await Promise.all([one(), one(), one()])).toEqual([true, true, true]);
  expect(running.current).toBeUndefined();
});
