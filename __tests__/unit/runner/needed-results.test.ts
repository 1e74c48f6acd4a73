import { neededResults } from '../../../src/runner/needed-results';

const response = { body: { id: 7 }, status: 200, headers: {}, durationMs: 1 };
const scenario = { name: 'look', api: 'auth', assertThat: {} } as const;

test('gives what is needed, and refuses what is not', async () => {
  const results = neededResults(scenario, { start: response });

  expect(results['start']).toBe(response);
  expect(() => results['strat']).toThrow(/results\.strat does not exist[^]*did you mean results\.start/);
  expect(() => neededResults(scenario, {})['start']).toThrow(/needs no other scenario[^]*needs: \['start'\]/);
  expect(await Promise.resolve(results)).toBe(results);
  expect(JSON.stringify(results)).toBe(JSON.stringify({ start: response }));
});
