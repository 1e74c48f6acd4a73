import type { ApiDefinitions } from '../../../src/apis/api-definition';
import { lazy } from '../../../src/lazy';
import { eventuallyProblems, isConfigUpdate, repeatedWrites } from '../../../src/scenario/repeat-problems';

const eventually = { timeout: 60_000 };
const fieldsOf = (scenario: object): string[] =>
  eventuallyProblems({ eventually, ...scenario }, 'scenario "a"').map(({ field }) => field ?? '');

test.each<[string, object]>([
  ['a read', { api: 'auth' }],
  ['a read of a configuration', { api: 'config', args: { configAction: 'get' } }],
  ['a field of another API', { api: 'metadata', configAction: 'update' }],
])('%s may be repeated', (_what, scenario) => {
  expect(fieldsOf(scenario)).toEqual([]);
});

test.each<[string, object, string]>([
  ['the start of a workflow', { api: 'workflow' }, 'eventually'],
  ['an update of a configuration', { api: 'config', configAction: 'update' }, 'eventually'],
  ['an update in args', { api: 'config', args: { configAction: 'update' } }, 'eventually'],
  ['a request with retries', { api: 'auth', retries: 2 }, 'retries'],
])('%s is not repeated', (_what, scenario, field) => {
  expect(fieldsOf(scenario)).toEqual([field]);
});

test('a configuration is updated by the action, or by a payload', () => {
  expect([{ configAction: 'update' }, { configPayload: {} }].map(isConfigUpdate)).toEqual([true, true]);
  expect([{}, { configAction: 'get' }, lazy(() => ({})), undefined].map(isConfigUpdate)).toEqual(Array(4).fill(false));
});

const APIS = {
  search: { method: 'GET', path: '/search' },
  query: { method: 'POST', path: '/query', reads: true },
  refresh: { method: 'POST', path: '/refresh' },
} as unknown as ApiDefinitions;

test('`eventually` repeats no request of a custom API that writes', () => {
  const scenarios = ['search', 'query', 'refresh', 'auth', 'toString'].map((api) => ({ name: api, api, eventually }));
  expect(repeatedWrites(scenarios, APIS)).toEqual([
    {
      where: 'scenario "refresh"',
      scenario: 2,
      field: 'eventually',
      expected: 'an API that only reads, because each attempt would write again',
      received: "api: 'refresh', which sends POST",
      example: 'apis: { refresh: { …, reads: true } } if its requests only read',
    },
  ]);
  expect(repeatedWrites([{ name: 'once', api: 'refresh' }, null, 'text'], APIS)).toEqual([]);
  expect(repeatedWrites('no list', APIS)).toEqual([]);
});
