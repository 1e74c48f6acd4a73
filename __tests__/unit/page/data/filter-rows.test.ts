import { filterRows, statusCounts, valuesOf } from '../../../../src/page/data/filter-rows';
import { exactly, type Filter, NO_FILTER } from '../../../../src/page/data/route';
import { rowsOf } from '../../../../src/page/data/row';

const GROUPS = [
  { file: 'tests/a.test.ts', ancestors: ['Login'], project: 'left' },
  { file: 'tests/b.test.ts', ancestors: [] },
];
const span = (durationMs: number) => ({ status: 'passed', from: 0, durationMs, worker: 1, slot: 0 });
const rows = rowsOf(
  [
    {
      id: '1',
      name: 'b_valid',
      group: 0,
      status: 'passed',
      api: 'auth',
      tags: ['smoke'],
      spans: [span(5), span(4)],
      chunk: 0,
    },
    {
      id: '2',
      name: 'a_wrong',
      group: 1,
      status: 'failed',
      api: 'auth',
      note: 'Wrong "password" here',
      spans: [span(20)],
      chunk: 0,
    },
    { id: '3', name: 'c_new', group: 7, status: 'exploded', spans: [], chunk: 0 },
    {
      id: '4',
      name: 'd_flaky',
      group: 1,
      status: 'flaky',
      api: 'config',
      tags: ['slow', 'smoke'],
      spans: [span(1)],
      chunk: 0,
    },
  ],
  GROUPS,
);
const found = (filter: Partial<Filter>): string =>
  filterRows(rows, { ...NO_FILTER, ...filter })
    .map(({ id }) => id)
    .join('');

test.each<[Partial<Filter>, string]>([
  [{}, '1234'],
  [{ status: ['failed', 'flaky'] }, '24'],
  [{ status: ['unknown'] }, ''],
  [{ api: 'auth' }, '12'],
  [{ tag: 'smoke' }, '14'],
  [{ project: 'left' }, '1'],
  [{ q: 'LOGIN' }, '1'],
  [{ q: 'b.test.ts' }, '24'],
  [{ q: 'auth wrong' }, '2'],
  [{ q: exactly('"password" here') }, '2'],
  [{ q: exactly('here "password"') }, ''],
  [{ api: 'auth', status: ['passed'], q: 'valid' }, '1'],
  [{ sort: 'status' }, '2413'],
  [{ sort: 'slowest' }, '2143'],
  [{ sort: 'fastest' }, '3412'],
  [{ sort: 'name' }, '2134'],
])('%j shows %s', (filter, ids) => {
  expect(found(filter)).toBe(ids);
});

test('does not sort the rows of the run', () => {
  found({ sort: 'name' });
  expect(rows.map(({ id }) => id).join('')).toBe('1234');
});

test('counts the statuses of what the other filters show, the most urgent first', () => {
  expect([...statusCounts(rows, { ...NO_FILTER, status: ['failed'] })]).toEqual([
    ['failed', 1],
    ['flaky', 1],
    ['passed', 1],
    ['exploded', 1],
  ]);
  expect([...statusCounts(rows, { ...NO_FILTER, tag: 'smoke' }).keys()]).toEqual(['flaky', 'passed']);
});

test('lists the values of a field once, sorted', () => {
  expect(valuesOf(rows, ({ api }) => [api])).toEqual(['auth', 'config']);
  expect(valuesOf(rows, ({ tags }) => tags ?? [])).toEqual(['slow', 'smoke']);
  expect(valuesOf(rows, ({ place }) => [place.project])).toEqual(['left']);
});
