import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { attributeNotNull, nonEmpty, uniqueQualifiedName } from '../../../src/output/lazy-output';
import { warn } from '../../../src/output/rules/record-rule';
import { checkOutput, type EndedRun, type OutputFields } from '../../../src/runner/check-output';
import { asset, lines, outputFolder } from '../../support/output-folder';
import { rejection } from '../../support/rejection';

const folder = outputFolder();
folder.file('local/wf/run/transformed/table/0.json', lines([asset('Table', { name: 'a', n: 1 })]));
folder.file('local/wf/run/raw/table.json', lines([{ name: 'raw' }]));
folder.file('same.json', { Table: [{ attributes: { name: 'a', n: 1 } }] });
folder.file('other.json', { Table: [{ attributes: { name: 'a', n: 2 } }, { attributes: { name: 'b' } }] });

const RUN: EndedRun = {
  workflowId: 'wf',
  runId: 'run',
  folder: folder.path,
  basePath: 'local',
  update: false,
  since: 0,
  othersHold: true,
  setupRan: true,
};
const check = (fields: OutputFields, run: Partial<EndedRun> = {}) => checkOutput(fields, { ...RUN, ...run });

test('all that is asked for is an outcome; where all is well there is nothing to report', async () => {
  const fields = { expectedData: 'same.json', schema: { required: ['typeName'] }, recordRules: [nonEmpty()] };
  expect(await check(fields)).toEqual({
    outcomes: [
      {
        path: 'expectedData',
        passed: true,
        expected: 'the same records as in same.json',
        found: true,
        received: 'the same records',
      },
      { path: 'schema', passed: true, expected: 'each record matches its schema', found: true, received: 'kept' },
      {
        path: 'recordRules: there is a record',
        passed: true,
        expected: 'there is a record',
        found: true,
        received: 'kept',
      },
    ],
    reports: [],
    warnings: [],
    notices: [],
  });
});

test('what differs, and what rules found, is an outcome in short and a report in full', async () => {
  const { outcomes, reports } = await check({ expectedData: 'other.json', recordRules: [attributeNotNull('m')] });
  expect(outcomes).toMatchObject([
    { path: 'expectedData', passed: false, received: '1 missing, 1 changed' },
    { path: 'recordRules: each record has m, not null', passed: false, received: '1 finding: Table a: m is missing' },
  ]);
  expect(reports).toEqual([
    expect.stringMatching(/^1 record compared with .*other\.json: 1 missing, 1 changed\./),
    expect.stringContaining('Table a: m is missing'),
  ]);
  expect(await check({ expectedData: 'other.json', strictComparison: false, ignoredFields: ['n'] })).toMatchObject({
    outcomes: [{ passed: false, received: '1 missing' }],
  });
});

test('what rules found is told with paths from the folder of the project on, wherever Jest was started', async () => {
  folder.file(
    'paths/wf/run/transformed/a.json',
    lines([asset('Table', { qualifiedName: 'q' }), asset('Table', { qualifiedName: 'q' })]),
  );
  const at = 'paths/wf/run/transformed/a.json:1';
  const failed = await check({ recordRules: [uniqueQualifiedName(), attributeNotNull('m')] }, { basePath: 'paths' });
  expect(failed.outcomes[0]?.received).toContain(`already exists, at ${at}`);
  expect(failed.reports[0]).toContain(`already exists, at ${at}`);
  const warned = await check({ recordRules: [warn(attributeNotNull('m'))] }, { basePath: 'paths' });
  expect(warned.warnings[0]).toContain(`\n  ${at}: `);
  expect([...failed.reports, ...warned.warnings].join()).not.toContain(folder.path);
});

test('warnings are no outcomes', async () => {
  const { outcomes, reports, warnings } = await check({ recordRules: [warn(attributeNotNull('m')), nonEmpty()] });
  expect(outcomes).toMatchObject([{ expected: 'there is a record', passed: true }]);
  expect([reports, warnings]).toEqual([[], [expect.stringContaining('Table a: m is missing')]]);
});

test('it lies where the scenario, or the block, says', async () => {
  const raw = { recordRules: [attributeNotNull('name')] };
  const found = async (fields: OutputFields) => (await check({ ...raw, ...fields })).outcomes[0]?.passed;
  expect(await found({ outputSubdirectory: 'raw' })).toBe(true);
  expect(await found({ outputSubdirectory: '' })).toBe(true);
  expect(await found({ extractedOutputBasePath: `${folder.path}/local` })).toBe(true);
  for (const fields of [{ outputSubdirectory: 'transfomed' }, { extractedOutputBasePath: 'elsewhere' }]) {
    expect(await rejection(check({ ...raw, ...fields }))).toMatchObject({ code: 'OUTPUT_MISSING' });
  }
  const misspelt = rejection(check({ ...raw, outputSubdirectory: 'transfomed' }));
  expect((await misspelt).message).toContain('exists and contains raw, transformed');
});

test.each([{ workflowId: undefined }, { runId: '' }, { workflowId: 'other' }])(
  'no output of %j is never green',
  async (run) => {
    mkdirSync(`${folder.path}/local/other/run/transformed`, { recursive: true });
    for (const fields of [{ expectedData: 'same.json' }, { recordRules: [nonEmpty('View')] }]) {
      expect(await rejection(check(fields, run))).toMatchObject({ code: 'OUTPUT_MISSING' });
    }
  },
);

test.each([
  ['an output that breaks a rule', { recordRules: [nonEmpty('View')] }, {}],
  ['a scenario that fails otherwise', {}, { othersHold: false }],
])('%s makes no baseline, and says so to who runs `jest -u`', async (_what, fields, run) => {
  const update = { ...run, update: true };
  const before = readFileSync(`${folder.path}/other.json`, 'utf8');
  const [missing, differing] = await Promise.all(
    ['none.json', 'other.json'].map((expectedData) => check({ ...fields, expectedData }, update)),
  );
  expect(missing?.outcomes[0]).toMatchObject({ passed: false, received: 'the baseline does not exist' });
  for (const made of [missing, differing]) {
    expect(made?.reports[0]).toMatch(
      /\n\nFix the other failed checks first: as long as they fail, `jest -u` does not write the baseline\.$/,
    );
  }
  expect(missing?.reports[0]).toMatch(/^The baseline .*none\.json does not exist, so nothing was compared\./);
  expect(existsSync(`${folder.path}/none.json`)).toBe(false);
  expect(readFileSync(`${folder.path}/other.json`, 'utf8')).toBe(before);
});

test('a baseline is written for an update only', async () => {
  const baseline = `${folder.path}/new/baseline.json`;
  const fields = { expectedData: 'new/baseline.json' };
  expect(await rejection(check(fields))).toMatchObject({ code: 'BASELINE_MISSING' });
  const unknown = (await rejection(check(fields, { setupRan: false }))).message;
  expect(unknown).toMatch(/global setup has run, and it has\s+not[^]*setupConnector\(\)/);
  expect(existsSync(baseline)).toBe(false);
  const notice = expect.stringMatching(/^1 record written to the baseline .*new\/baseline\.json\.$/) as string;
  expect(await check(fields, { update: true })).toMatchObject({ outcomes: [{ passed: true }], notices: [notice] });
  expect(await check(fields, { update: true })).toMatchObject({ outcomes: [{ passed: true }], notices: [] });
  expect(JSON.parse(readFileSync(baseline, 'utf8'))).toEqual({ Table: [{ attributes: { name: 'a', n: 1 } }] });
});

test('what an earlier run has written is no output of this one', async () => {
  const error = await rejection(check({ recordRules: [nonEmpty()] }, { since: Date.now() + 60_000 }));
  expect(error).toMatchObject({ code: 'OUTPUT_MISSING', what: expect.stringContaining('the output there is older') });
  expect(String((error as { why?: string }).why)).toMatch(/written \d+ s before the workflow was started/);
});
