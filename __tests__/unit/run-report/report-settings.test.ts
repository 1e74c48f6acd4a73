import { reportSettings } from '../../../src/run-report/report-settings';

const ALL = { folder: '/app/connector-report', html: true, summary: true, ctrf: true, github: true };
const settings = (given: unknown, environment = {}) => reportSettings({ given, environment, rootDir: '/app' });

test.each<[unknown, object, object | undefined]>([
  [undefined, {}, undefined],
  [false, {}, undefined],
  [true, {}, ALL],
  [{}, {}, ALL],
  [{ folder: 'out', html: false }, {}, { ...ALL, folder: '/app/out', html: false }],
  [{ folder: '/tmp/out', ctrf: false, github: false }, {}, { ...ALL, folder: '/tmp/out', ctrf: false, github: false }],
  [{ summary: 'summary.json' }, {}, { ...ALL, summary: '/app/summary.json' }],
  [{ summary: false }, {}, { ...ALL, summary: false }],
  [undefined, { report: true }, ALL],
  [{ folder: 'out' }, { report: true }, { ...ALL, folder: '/app/out' }],
  [{ folder: 'out', html: false }, { report: 'other' }, { ...ALL, folder: '/app/other', html: false }],
  [true, { report: false }, undefined],
  [true, { summaryPath: 'a/b.json' }, { ...ALL, summary: '/app/a/b.json' }],
  [{ summary: false }, { summaryPath: '/tmp/b.json' }, { ...ALL, summary: '/tmp/b.json' }],
  [undefined, { summaryPath: 'a/b.json' }, undefined],
  [true, { summaryPath: 'connector-report/integration-test-summary.json' }, ALL],
  ['yes', {}, ALL],
  [{ folder: 7, summary: '' }, {}, ALL],
  [{ folder: '' }, { report: true }, ALL],
])('%j with %j is %j', (given, environment, expected) => {
  expect(settings(given, environment)).toEqual(expected);
});

test('a report that a command removes has only its results, whatever is configured', () => {
  const folder = '/tmp/jest-connector-temporary-x1/report';
  expect(settings({ summary: 'out.json' }, { report: folder, summaryPath: 'other.json' })).toEqual({
    ...{ folder, html: false, summary: false, ctrf: false, github: false },
  });
});
