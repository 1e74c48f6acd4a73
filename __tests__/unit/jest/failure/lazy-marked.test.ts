import { failedScenarioOf } from '../../../../src/jest/failed-scenario';
import { marked } from '../../../../src/jest/failure/lazy-marked';
import { rejection } from '../../../support/rejection';

test('what a scenario’s test or hook rejects with is marked, and what it gives is passed on', async () => {
  const error = await rejection(marked(Promise.reject(new Error('no database')), () => 'frame'));

  expect(failedScenarioOf([error])).toEqual({ why: 'no database', frame: 'frame' });
  await expect(
    marked(Promise.resolve('value'), () => {
      throw new Error('not asked for');
    }),
  ).resolves.toBe('value');
});
