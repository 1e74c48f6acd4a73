import { strengthText } from '../../../../src/cli/strength/strength-text';
import { type ScenarioStrength, suiteStrength } from '../../../../src/cli/strength/suite-strength';
import { leftOutRecord, type StrengthRecord } from '../../../../src/strength/strength-record';
import { runModel } from '../../../support/run-models';

const WEAK: StrengthRecord = {
  broken: { noticed: 5, total: 8 },
  fields: { noticed: 1, total: 40 },
  accepts: [
    { what: '`data` is empty', path: 'data', noticedBy: 'data: isNotEmpty()' },
    { what: 'every\u001b[31m check failed', path: 'preflight.checks' },
  ],
  proposed: [
    { code: 'data: isNotEmpty()', place: 'assertThat', replaces: true },
    { code: "waitFor: 'COMPLETED'", place: 'scenario' },
  ],
  unchecked: [
    ...Array.from({ length: 8 }, (_, index) => ({ path: `data.${index}`, changes: ['gone', 'null', 'another type'] })),
    { path: 'message', changes: ['another value'] },
  ],
  idleAccepts: ['data.sttus'],
};
const STRONG: StrengthRecord = { ...leftOutRecord(''), leftOut: undefined, broken: { noticed: 7, total: 7 } };

/** A run in which these scenarios passed, in this order, and others did not. */
function suiteOf(...records: readonly StrengthRecord[]) {
  const model = runModel({ passed: records.length, failed: 1, skipped: 2 });
  const passed = model.tests.filter(({ status }) => status === 'passed');
  const tests = model.tests.map((test) => {
    const strength = records[passed.indexOf(test)];
    return { ...test, attempts: test.attempts.map((attempt) => ({ ...attempt, strength })) };
  });
  return suiteStrength({ ...model, tests }, true);
}

test('a suite has the sum of its scenarios’ scores, and counts those that did not pass', () => {
  const suite = suiteOf(WEAK, STRONG, leftOutRecord('its checks use snapshots'));
  expect(suite).toMatchObject({
    ...{ mutationScore: 80, broken: { noticed: 12, total: 15 }, fields: { noticed: 1, total: 40 } },
    ...{ runPassed: true, notJudged: { failed: 1, skipped: 2 } },
  });
  expect(suite.scenarios).toHaveLength(3);
  expect(suiteOf().mutationScore).toBeNull();
});

test('the text says what a scenario accepts, and what to add where', () => {
  const suite = suiteOf(WEAK, STRONG, leftOutRecord('its checks use snapshots'));
  const [weak, , leftOut] = suite.scenarios;
  const title = (scenario: ScenarioStrength | undefined) =>
    [...(scenario?.ancestors ?? []), scenario?.name].join(' › ');
  expect(strengthText(suite).split('\n')).toEqual([
    `${title(weak)}: 62 % (5 of 8) broken responses noticed (${weak?.location})`,
    '  It would accept:',
    '    `data` is empty',
    expect.stringMatching(/^ {4}every.+check failed$/),
    '  Fix: add to `assertThat`:',
    '    data: isNotEmpty(), // replaces the check of this path',
    '  Fix: add to the scenario:',
    "    waitFor: 'COMPLETED',",
    '  Nothing checks: data.0, data.1, data.2, data.3, data.4, data.5 and 2 more',
    '  `strength.accept` has no effect for data.sttus: the response has no such path.',
    '',
    `Left out: ${title(leftOut)}: its checks use snapshots.`,
    'Not judged, because they did not pass: 1 failed, 2 skipped.',
    '1 scenario of 3 would notice every broken response.',
    'Any field changed: 2 % (1 of 40) noticed.',
    'Mutation score: 80 % (12 of 15) broken responses noticed.',
  ]);
  expect(strengthText(suite)).not.toContain('\u001b');
});
