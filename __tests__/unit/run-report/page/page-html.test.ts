import type { RunModel } from '../../../../src/run-report/model/run-model';
import { pageHtml, pagePieces } from '../../../../src/run-report/page/page-html';
import type { PageProgress } from '../../../../src/run-report/page/page-parts';
import { embeddedIn, readPage, TEMPLATE } from '../../../support/embedded-page';
import { HOSTILE, hostileRun } from '../../../support/hostile-run';
import { runModel } from '../../../support/run-models';

const template = TEMPLATE;

test('embeds every test in the order of the run, each with its details', () => {
  const model = runModel({ passed: 150, failed: 40, flaky: 3, skipped: 4, todo: 2, crashed: 1, notRun: 1, byHand: 2 });
  const { index, details, chunks } = embeddedIn(model);
  expect(index.rows.map(({ name, status }) => [name, status])).toEqual(
    model.tests.map(({ name, status }) => [name, status]),
  );
  expect(Object.keys(details).sort()).toEqual(index.rows.map(({ id }) => id).sort());
  expect(chunks).toBeGreaterThan(1);
  expect(Math.max(...index.rows.map(({ chunk }) => chunk))).toBe(chunks - 1);
  expect(index.coverage.map(({ api }) => api)).toContain('auth');
});

test('an empty run is a page without chunks', () => {
  const { index, chunks } = embeddedIn(runModel());
  expect(index.rows).toEqual([]);
  expect(chunks).toBe(0);
});

test('the pieces are the page', () => {
  const model = runModel({ passed: 5 });
  const pieces = [...pagePieces(model, { template })];
  expect(pieces.length).toBeGreaterThan(3);
  expect(pieces.join('')).toBe(pageHtml(model, { template }));
});

test('the same run gives the same page', () => {
  const shape = { passed: 20, failed: 3 };
  expect(pageHtml(runModel(shape), { template })).toBe(pageHtml(runModel(shape), { template }));
});

test.each<[string, RunModel, string]>([
  ['an empty run', runModel(), 'Failed. 0 tests.'],
  ['a run that passed', runModel({ passed: 2, skipped: 1 }), 'Passed. 3 tests: 2 passed, 1 skipped.'],
  ['a run that failed', runModel({ failed: 1, notRun: 2, todo: 1 }), 'Failed. 4 tests: 1 failed, 2 not run, 1 to do.'],
])('without JavaScript, %s has its totals', (_what, model, totals) => {
  expect(pageHtml(model, { template })).toContain(`<p>${totals}</p>`);
});

test('reports its progress, up to the whole page', () => {
  const progress: PageProgress[] = [];
  const model = runModel({ passed: 400 });
  const html = pageHtml(model, { template, onProgress: (each) => progress.push(each) });
  expect(progress.length).toBeGreaterThan(1);
  expect(progress.at(-1)).toMatchObject({ tests: 400, of: 400 });
  expect(progress.map(({ bytes }) => bytes)).toEqual(progress.map(({ bytes }) => bytes).sort((a, b) => a - b));
  expect(progress.at(-1)?.bytes).toBeLessThan(html.length);
});

test('no string of the run can be markup', () => {
  const html = pageHtml(hostileRun(), { template });
  const rest = html.replace(/<script type="application\/gzip" id="[\w-]+">[\w+/=]*<\/script>/g, '');
  expect(rest.trim()).toMatch(/^<p>Failed\. \d+ tests: [\w ,]+\.<\/p>$/);
});

test('invisible characters are visible, and addresses of scripts are left out', () => {
  const { index, details } = readPage(pageHtml(hostileRun(), { template }));
  const [row] = index.rows;
  expect(row?.name).toContain('\\u202egnp.exe \\u0000 \\ud800');
  expect(index.run.ciUrl).toBeUndefined();
  const texts = JSON.stringify([index.run, index.rows, index.groups, details[row?.id ?? '']?.location]);
  expect(texts).not.toMatch(/\u202e|\0/);
  expect(details[row?.id ?? '']?.attempts[0]?.exchanges[0]?.response?.body).toMatchObject({
    success: true,
    html: HOSTILE,
  });
});

test('records of another origin stay in the list, and the details say what is wrong with them', () => {
  const { index, details } = embeddedIn(hostileRun());
  expect(index.rows).toHaveLength(14);
  expect(new Set(index.rows.map(({ id }) => id)).size).toBe(14);
  expect(index.rows.map(({ status }) => status)).toContain('exploded');
  const problems = Object.values(details).filter(({ problem }) => problem !== undefined);
  expect(problems.length).toBeGreaterThan(2);
  expect(problems[0]?.problem).toMatch(/^The record of this test is invalid: /);
  const strings = index.rows.flatMap(({ id, name, status, api = '', tags = [], note = '' }) => [
    id,
    name,
    status,
    api,
    note,
    ...tags,
  ]);
  expect(strings.filter((each) => typeof each !== 'string')).toEqual([]);
});

test('a line of a journal that is no record is left out', () => {
  const { tests, ...model } = runModel({ passed: 1 });
  const { index } = embeddedIn({ ...model, tests: [null, 5, ...tests] as unknown as RunModel['tests'] });
  expect(index.rows).toHaveLength(1);
});

test('a run without versions, with errors of another type, is a page', () => {
  const run = { errors: [{ message: 5 }, {}], shards: 'none', startedAt: 'now', success: 'yes' } as never;
  const { index } = embeddedIn(runModel({ passed: 1, run }));
  expect(index.run).toMatchObject({ startedAt: 0, shards: [], errors: [{ message: '5' }, { message: 'undefined' }] });
});
