import { pageStrength } from '../../../../../src/run-report/page/detail/page-strength';
import { leftOutRecord } from '../../../../../src/strength/strength-record';

test('has what the scenario accepts, and the code to add', () => {
  const strength = pageStrength({
    ...{ broken: { noticed: 7, total: 9 }, fields: { noticed: 1, total: 8 }, idleAccepts: [] },
    accepts: [{ what: 'every preflight check \u202efailed', path: 'preflight.checks' }],
    proposed: [
      { code: 'success: equals(true)', place: 'assertThat' },
      { code: "waitFor: 'COMPLETED'", place: 'scenario' },
      { code: 'data: isNotEmpty()', place: 'assertThat' },
    ],
    unchecked: [{ path: 'data.message', changes: ['gone', 'null'] }],
  });
  expect(strength).toEqual({
    summary: '77 % (7 of 9) broken responses noticed',
    accepts: [expect.stringMatching(/^every preflight check [^\u202e]+$/)],
    checks: 'success: equals(true),\ndata: isNotEmpty(),',
    fields: "waitFor: 'COMPLETED',",
    unchecked: ['data.message: gone, null'],
  });
});

test('says why a scenario was left out', () => {
  expect(pageStrength(leftOutRecord('its checks use snapshots')).summary).toBe('Left out: its checks use snapshots.');
});
