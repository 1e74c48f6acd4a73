import { createClient } from '../../../src/client/client';
import { validateConfig } from '../../../src/config/validate-config';
import { validateOptions } from '../../../src/config/validate-options';
import { formatProblems } from '../../../src/validation/problems';

/** What each place where options may stand says of them. */
const PLACES: readonly (readonly [string, (options: object) => string])[] = [
  ['a config', (options) => formatProblems(validateConfig({ connector: options }))],
  ['a block', (options) => formatProblems(validateOptions(options))],
  ['a client', refusalOfClient],
];

function refusalOfClient(options: object): string {
  try {
    createClient(options).close();
    return '';
  } catch (error) {
    expect(error).toMatchObject({ code: 'INVALID_OPTIONS' });
    return (error as Error).message;
  }
}

const search = (definition: object): object => ({
  apis: { search: { method: 'GET', path: '/search', ...definition } },
});

const REFUSED: readonly (readonly [object, string])[] = [
  [{ serverHost: 'localhost:8000' }, 'serverHost: expected a URL that starts with http:// or https://'],
  [{ serverHost: 'http://h?a=1' }, 'serverHost: expected a URL'],
  [{ workflowEndpoint: 'extract' }, 'workflowEndpoint: expected a path that starts with a slash'],
  [{ workflowEndpoint: '' }, 'workflowEndpoint: expected a path that starts with a slash'],
  [{ workflowEndpoint: 5 }, 'workflowEndpoint: expected a path that starts with a slash'],
  [{ healthPath: 'server/ready' }, 'healthPath: expected a path that starts with a slash'],
  [{ healthPath: ' ' }, 'healthPath: expected a path that starts with a slash'],
  [{ healthPath: 'http://h/ready' }, 'healthPath: expected a path that starts with a slash'],
  [{ timeout: '5000' }, 'timeout: expected a number of milliseconds'],
  [{ timeout: 0 }, 'timeout: expected a number of milliseconds'],
  [{ headers: ['x-tenant'] }, 'headers: expected an object'],
  [{ headers: 'x-tenant: a' }, 'headers: expected an object'],
  [{ query: 'a=1' }, 'query: expected an object'],
  [{ apis: [] }, 'apis: expected an object'],
  [{ apis: { search: '/search' } }, 'apis.search: expected an object with a method and a path'],
  [{ apis: { auth: { method: 'GET', path: '/' } } }, 'apis.auth: expected another name'],
  [{ apis: { '': { method: 'GET', path: '/search' } } }, 'apis: expected a non-empty name'],
  [{ apiz: { search: { method: 'GET', path: 'search' } } }, 'apis.search, path: expected a path that starts'],
  [search({ method: 'FETCH' }), 'apis.search, method: expected one of GET, POST, PUT, PATCH, DELETE, HEAD'],
  [search({ method: 'get' }), 'apis.search, method: expected one of GET'],
  [search({ path: 'search' }), 'apis.search, path: expected a path that starts with a slash'],
  [
    search({ path: '/search/{}' }),
    'apis.search, path: expected a path that starts with a slash; placeholders are names in braces',
  ],
  [search({ path: '/search/{index' }), 'apis.search, path: expected a path'],
  [search({ path: '/search/{a b}' }), 'apis.search, path: expected a path'],
  [search({ reads: 'yes' }), 'apis.search, reads: expected true or false'],
  [search({ query: {} }), 'apis.search, query: expected one of method, path, reads'],
];

describe.each(PLACES)('%s', (_place, refusal) => {
  test.each(REFUSED)('refuses %j', (options, message) => {
    expect(refusal(options).replace(/\n {7}(?=\S)/g, ' ')).toContain(message);
  });

  test.each([
    [{}],
    [{ serverHost: 'https://h/prefix', workflowEndpoint: '/extract', healthPath: '/server/ready', timeout: 5_000 }],
    [{ headers: { 'x-tenant': 'a' }, query: { a: '1' }, apis: {} }],
    [search({})],
    [search({ method: 'POST', path: '/search/{index}/{a.b-c}', reads: true })],
  ])('accepts %j', (options) => {
    expect(refusal(options)).toBe('');
  });
});
