import { awaitedStates } from '../../../src/scenario/awaited-states';
import { waitProblems } from '../../../src/scenario/wait-problems';

const problemsOf = (scenario: object) => waitProblems({ api: 'workflow', ...scenario }, 'scenario "a"');

test.each<[string, object, readonly string[]]>([
  ['that checks nothing of the end', { api: 'workflow', assertThat: { success: true } }, []],
  [
    'that checks something of the end',
    { api: 'workflow', assertThat: { success: 1, '$workflow.status': 1 } },
    ['COMPLETED'],
  ],
  ['that checks the whole end', { api: 'workflow', assertThat: { $workflow: 1 } }, ['COMPLETED']],
  ['that names a status', { api: 'workflow', waitFor: 'FAILED' }, ['FAILED']],
  ['that names several', { api: 'workflow', waitFor: ['FAILED', 'CANCELED'] }, ['FAILED', 'CANCELED']],
  ['of another API', { api: 'auth', assertThat: { '$workflow.status': 1 } }, []],
])('a scenario %s waits for %#', (_what, scenario, states) => {
  expect(awaitedStates(scenario)).toEqual(states);
});

test('a misspelled status is a problem that names all of them, and the nearest', () => {
  expect(problemsOf({ waitFor: 'COMPLETE' })).toEqual([
    expect.objectContaining({
      field: 'waitFor',
      expected: expect.stringContaining('COMPLETED, FAILED, CANCELED') as string,
      didYouMean: 'COMPLETED',
    }),
  ]);
});

test.each(['workflowTimeout', 'pollingInterval'])('%s is a problem only where nothing is waited for', (option) => {
  const example = "waitFor: 'COMPLETED'";
  expect(problemsOf({ [option]: 60_000 })).toEqual([expect.objectContaining({ field: option, example })]);
  expect(problemsOf({ [option]: 60_000, waitFor: 'COMPLETED' })).toEqual([]);
  expect(problemsOf({ [option]: 60_000, api: 'auth' })).toEqual([]);
});

test('a path of $workflow is a problem in a scenario of another API', () => {
  const field = 'assertThat["$workflow.status"]';
  const received = expect.stringContaining('"auth"') as string;
  expect(problemsOf({ api: 'auth', assertThat: { '$workflow.status': 1, success: 1 } })).toEqual([
    expect.objectContaining({ field, received }),
  ]);
});
