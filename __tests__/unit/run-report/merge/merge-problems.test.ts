import { mergeProblems, type ReadReport } from '../../../../src/run-report/merge/merge-problems';
import type { RunRecord } from '../../../../src/run-report/model/run-model';
import { SMALL_RUN } from '../../../support/small-run-model';

const times = { startedAt: 0, durationMs: 0 };

function report(
  folder: string,
  shards: readonly [index: number, count: number][],
  run: Partial<RunRecord> = {},
): ReadReport {
  const { shards: _shards, ...rest } = SMALL_RUN.run;
  const records = shards.map(([index, count]) => ({ index, count, ...times }));
  return {
    folder,
    model: {
      run: { ...rest, ...(shards.length > 0 && { shards: records }), ...run },
      // Each has a file of its own.
      tests: SMALL_RUN.tests.map((test) => ({ ...test, file: `${folder}.test.ts` })),
    },
  };
}

test.each<[what: string, reports: readonly ReadReport[]]>([
  ['different shards', [report('a', [[1, 2]]), report('b', [[2, 2]])]],
  [
    'shards that were merged before',
    [
      report('a', [
        [1, 3],
        [2, 3],
      ]),
      report('b', [[3, 3]]),
    ],
  ],
  ['some of the shards', [report('a', [[1, 9]])]],
  ['runs that are no shards', [report('a', []), report('b', [], { commit: 'other' })]],
  ['a commit that is not known', [report('a', [[1, 2]]), report('b', [[2, 2]], { commit: undefined })]],
])('%s can be merged', (_what, reports) => {
  expect(mergeProblems(reports)).toEqual([]);
});

test('the same shard twice', () => {
  expect(mergeProblems([report('a', [[1, 2]]), report('b', [[1, 2]]), report('c', [[2, 2]])])).toEqual([
    'Shard 1/2 is in "a" and "b".',
  ]);
});

test('different counts of shards, and none', () => {
  expect(mergeProblems([report('a', [[1, 2]]), report('b', [[2, 3]]), report('c', [[3, 3]]), report('d', [])])).toEqual(
    ['They are not shards of one run: "a" is one of 2 shards, "b" and "c" are one of 3 shards, "d" is not a shard.'],
  );
});

test('shards of different commits', () => {
  expect(mergeProblems([report('a', [[1, 2]]), report('b', [[2, 2]], { commit: 'fedcba9' })])).toEqual([
    'The shards are of different commits: "a" is of 0123abc, "b" is of fedcba9.',
  ]);
});

test('the same tests twice, and all problems at once', () => {
  const one = report('a', [[1, 2]]);
  const same = { ...report('b', [[1, 2]]), model: one.model };
  expect(mergeProblems([one, same])).toEqual([
    'Shard 1/2 is in "a" and "b".',
    'The same tests are in "a" and "b": "my connector auth_valid" (a.test.ts), "my connector metadata_all" (a.test.ts), "my connector config_get" (a.test.ts), and 5 more.',
  ]);
});

test('tests of other projects, and with the same name in a file, are other tests', () => {
  const one = report('a', []);
  const test = one.model.tests[0]!;
  const withTest = (folder: string, rest: object): ReadReport => ({
    ...one,
    folder,
    model: { ...one.model, tests: [{ ...test, ...rest }] },
  });
  expect(mergeProblems([withTest('a', {}), withTest('b', { project: 'p' }), withTest('c', { ordinal: 1 })])).toEqual(
    [],
  );
});
