import { ConnectorTestError } from '../../../src/errors';
import { failedScenarioOf, markFailed } from '../../../src/jest/failed-scenario';

const frame = '    at /app/scenarios.ts:12:5';
const fromWorker = (error: unknown): unknown => JSON.parse(JSON.stringify(error));

test('a mark reaches the reporter, from workers too, and the first one stays', () => {
  const error = markFailed(new ConnectorTestError('SCENARIO_FAILED', { what: 'x', why: 'refused' }), frame);
  markFailed(error, 'another frame');

  for (const detail of [error, fromWorker(error)]) {
    expect(failedScenarioOf([new Error('another'), detail])).toEqual({ why: 'refused', frame });
  }
});

test.each([
  [
    'an error of ours',
    new ConnectorTestError('SETUP_FAILED', { what: 'It failed.\nmore' }),
    '[SETUP_FAILED] It failed.',
  ],
  ['an error of the user’s', new Error('no database\nat all'), 'no database'],
])('%s says itself why', (_what, error, why) => {
  expect(failedScenarioOf([markFailed(error, frame)])).toEqual({ why, frame });
});

test('what cannot be marked is passed on as it is', () => {
  const frozen = Object.freeze(new Error('x'));
  for (const thrown of ['text', undefined, null, 7, frozen]) {
    expect(markFailed(thrown, frame)).toBe(thrown);
    expect(failedScenarioOf([thrown])).toBeUndefined();
  }
  expect(failedScenarioOf(undefined)).toBeUndefined();
});
