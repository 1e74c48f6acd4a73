import { compareSteps } from '../../../../src/output/baseline/expected-data';
import { runAtOnce } from '../../../../src/output/chunked';
import { asset, outputFolder } from '../../../support/output-folder';

const folder = outputFolder();

test('the report names what differs, where it stands, and what was not compared', () => {
  const expected = {
    Table: [
      { attributes: { name: 'orders', columnCount: 6, id: '<uid>', password: 'x' } },
      { attributes: { name: 'gone' } },
    ],
    View: [{ attributes: { name: 'v' } }],
  };
  const received = [
    asset('View', { name: 'v' }),
    asset('Table', { name: 'orders', id: 7 }),
    ...'abcdefg'.split('').map((name) => asset('Table', { name })),
  ];
  const file = folder.file('baseline.json', expected);
  const options = { ignoredFields: { password: 'a secret', lastSyncRun: 'each run' } };
  const comparison = runAtOnce(compareSteps({ source: folder.output(received), file, options }));
  expect(comparison.report.replaceAll(folder.path, '<folder>').replace(/output-\d+/g, 'output')).toMatchInlineSnapshot(`
   "9 records compared with <folder>/baseline.json: 1 missing, 7 extra, 1 changed.

     type   expected  received  missing  extra  changed  duplicate
     Table         2         8        1      7        1          0
     View          1         1        0      0        0          0

   Table
     missing gone (baseline: <folder>/baseline.json:11)
     extra a (output: <folder>/output/records.json:3)
     extra b (output: <folder>/output/records.json:4)
     extra c (output: <folder>/output/records.json:5)
     extra d (output: <folder>/output/records.json:6)
     extra e (output: <folder>/output/records.json:7)
     … 2 more extra
     changed orders (output: <folder>/output/records.json:2, baseline: <folder>/baseline.json:3)
       attributes.columnCount
         expected: 6
         received: nothing: the field is missing
       attributes.id
         expected: "<uid>"
         received: 7
         did you mean the mask "<uuid>"?

   Not compared: password (a secret), lastSyncRun (each run).

   If this output is correct, run \`jest -u\` to rewrite the baseline."
  `);
  const same = runAtOnce(
    compareSteps({
      source: [asset('View', { name: 'v' })],
      file: folder.file('baseline.json', { View: [expected.View[0]] }),
      options,
    }),
  );
  expect(same.report).toMatch(/^1 record compared with .*baseline\.json: no differences\.$/);
});
