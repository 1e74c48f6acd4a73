import { validateConfig } from '../../../src/config/validate-config';
import { formatProblems } from '../../../src/validation/problems';

const problemsOf = (connector: unknown): string => formatProblems(validateConfig({ connector }));

test('no configuration, and a complete one, are fine', () => {
  expect(validateConfig({})).toEqual([]);
  expect(
    validateConfig({
      __DEV__: true,
      connector: {
        app: { command: ['node', 'app.js'], cwd: 'app', env: { A: 'b' }, url: 'http://127.0.0.1:1', timeout: 5000 },
        services: {
          db: {
            command: 'pg -p ${port}',
            port: 'auto',
            ports: { admin: 5 },
            provides: { DB: '${host}:${ports.admin}' },
          },
          seed: { command: ['node', 'seed.js'], ready: { exit: true }, dependsOn: ['db'], files: { a: '${folder}' } },
          api: { command: 'a', port: 'auto', cwd: '${folder}', ready: { url: 'http://${host}:${port}/up' } },
          queue: { command: 'q', ready: { log: 'up at (\\d+)', captures: ['Q_PORT'] }, stopSignal: 'SIGINT' },
        },
        timeout: 60_000,
        headers: { 'x-a': 'b' },
        apis: { search: { method: 'GET', path: '/search' } },
        junit: 'reports/junit.xml',
        report: { folder: 'out', html: true, summary: 'a.json', ctrf: false, github: true },
      },
    }),
  ).toEqual([]);
});

test.each([
  [{ conector: {} }, 'globals.connector'],
  [{ Connectors: {} }, 'globals.connector'],
])('a misspelt name %j is found', (globals, meant) => {
  expect(formatProblems(validateConfig(globals))).toContain(`did you mean: ${meant}`);
});

test.each([
  [{ serverhost: 'http://a' }, 'did you mean: serverHost'],
  [{ serverHost: 'localhost:8000' }, 'serverHost: expected a URL'],
  [{ timeout: '30' }, 'timeout: expected a number of milliseconds'],
  [{ strength: { accept: { 'a[0]': 'x' } } }, 'strength.accept["a[0]"]: expected a path'],
  [{ timeout: 120 }, '120 ms\n   did you mean: 120_000'],
  [{ timeout: 0 }, 'timeout: expected a number of milliseconds'],
  [{ timeout: Infinity }, 'received: Infinity'],
  [{ correlationHeader: 'X Request' }, 'correlationHeader: expected the name of a header'],
  [{ headers: { a: 1 } }, 'headers: expected an object with string values'],
  [{ headers: { a: /x/ } }, 'globals.connector.headers.a: expected a JSON value'],
  [{ setupTestEnvironment: () => 1 }, 'globals.connector.setupTestEnvironment: expected a JSON value'],
  [{ app: { comand: 'x' } }, 'did you mean: command'],
  [{ app: {} }, 'command: expected a command'],
  [{ app: { command: [] } }, 'received: an empty array'],
  [{ app: { command: 'x' }, serverHost: 'http://a' }, 'either `app` or `serverHost`'],
  [{ apis: { auth: { method: 'GET', path: '/' } } }, 'apis.auth: expected another name'],
  [{ apis: { search: { method: 'FETCH', path: 'search' } } }, 'path: expected a path that starts with a slash'],
  [{ apis: { search: '/search' } }, 'apis.search: expected an object with a method and a path'],
  [{ app: { command: 'x', url: 'http://a', port: 1 } }, 'port: expected either `url` or `port`'],
  [{ app: { command: 'x', dependsOn: ['db'] } }, 'received: the unknown field "dependsOn"'],
  [{ services: [] }, 'services: expected an object'],
  [{ services: { db: 'x' } }, 'globals.connector.services.db: expected an object'],
  [{ services: { db: { command: 'x' } } }, 'to detect when the service is ready'],
  [{ services: { db: { command: 'x', port: 70_000 } } }, "expected a port from 1 to 65535, or 'auto'"],
  [
    { services: { db: { command: 'x', ready: { logs: 'up' } } } },
    'ready: expected one of url, port, log, command, exit',
  ],
  [{ services: { db: { command: 'x', ready: { url: '${host}/up' } } } }, 'url: expected a URL that starts with'],
  [{ services: { db: { command: 'x', ready: { log: '(' } } } }, 'the source of a regular expression'],
  [
    { services: { db: { command: 'x', ready: { exit: true, log: 'x' } } } },
    'ready: expected only one of url, port, log, command, exit\n   received: log and exit',
  ],
  [{ services: { db: { command: 'x', ready: { command: [] } } } }, 'command: expected a list of strings'],
  [
    { services: { db: { command: 'x', ready: { log: 'up', captures: ['A'] } } } },
    'at most 0 names: the pattern has 0 groups',
  ],
  [
    { services: { db: { command: 'x', port: 1, files: { '../x': '' } } } },
    'paths inside the folder as keys and strings as values',
  ],
  [
    { services: { db: { command: 'x', port: 1, env: { 'A=B': '1' } } } },
    'env: expected an object with names of environment variables as keys',
  ],
  [
    { services: { db: { command: 'x', port: 1, provides: { PATH: '/x' } } } },
    'provides: expected an object with names of environment variables as keys and strings as values, without PATH',
  ],
  [{ services: { db: { command: 'x', port: 1, provides: { CONNECTOR_RUN: '{}' } } } }, 'provides: expected'],
  [{ services: { app: { command: 'x', port: 1 } } }, "expected a name other than 'app'"],
  [
    { services: { a: { command: 'x', port: 1 }, b: { command: 'x', port: 1 } } },
    'a port other than that of globals.connector.services.a.port',
  ],
  [
    { services: { a: { command: 'x', port: 8_000 } }, app: { command: 'x', url: 'http://127.0.0.1:8000' } },
    'app, url: expected a port other than',
  ],
  [{ services: { a: { command: 'x', port: 1, ports: { grpc: 1 } } } }, 'ports.grpc: expected a port other than'],
  [{ services: { a: { command: 'x ${prot}', port: 1 } } }, 'did you mean: port'],
  [{ app: { command: 'x', ready: { exit: true } } }, 'ready: expected another kind of readiness'],
  [{ apis: { search: { method: 'GET', path: '/search/{}' } } }, 'placeholders are names in braces'],
  [{ apis: { '': { method: 'GET', path: '/search' } } }, 'apis: expected a non-empty name'],
  [{ services: { db: { command: 'x', port: 1, stopSignal: 'SIGTEM' } } }, 'stopSignal: expected the name of a signal'],
  [{ services: { db: { command: 'x ${ports.grcp}', ports: { grpc: 2 }, port: 1 } } }, 'did you mean: ports.grpc'],
  [
    { services: { db: { command: 'x', port: 1, dependsOn: ['dc'] }, dd: { command: 'x', port: 2 } } },
    'did you mean: dd',
  ],
  [
    {
      services: {
        a: { command: 'x', port: 1, dependsOn: ['b'] },
        b: { command: 'x', port: 2, dependsOn: ['a'] },
      },
    },
    'a, dependsOn: expected no cycle\n   received: a → b → a',
  ],
  ['http://a', 'globals.connector: expected an object of options'],
  [{ report: 'out' }, 'report: expected true, false or an object such as { folder: "reports" }\n   received: "out"'],
  [{ reprot: true }, 'did you mean: report'],
  [{ report: { foldr: 'out' } }, 'globals.connector.report, foldr: expected a known field'],
  [{ reprot: { foldr: 'out' } }, 'did you mean: folder'],
  [{ report: { folder: '' } }, 'globals.connector.report, folder: expected the path of a folder\n   received: ""'],
  [{ report: { html: 'no' } }, 'html: expected true or false'],
  [{ report: { summary: 7 } }, 'summary: expected true, false or the path of a file'],
])('%j is refused', (connector, message) => {
  expect(problemsOf(connector)).toContain(message);
});

test('a short timeout can be allowed', () => {
  expect(validateConfig({ connector: { timeout: 120, allowShortTimeout: true } })).toEqual([]);
});

test('all problems come at once', () => {
  expect(validateConfig({ connector: { a: 1, timeout: 'x', junit: 5, report: { html: 1, ctrf: 1 } } })).toHaveLength(5);
});

describe('what only follows from a misspelt field is not listed', () => {
  const URL_OF_PORT = 'http://127.0.0.1:${port}';

  test.each([
    ['prot', { app: { command: ['app', '${port}'], prot: 'auto' } }],
    ['prot', { app: { command: ['app'], prot: 'auto', ready: { url: URL_OF_PORT } } }],
    ['prots', { app: { command: ['app', '${ports.grpc}'], url: 'http://127.0.0.1:1', prots: { grpc: 'auto' } } }],
    ['comand', { app: { comand: ['app'], url: 'http://127.0.0.1:1' } }],
    ['redy', { services: { db: { command: ['db'], redy: { log: 'up' } } } }],
    ['prot', { services: { db: { command: ['db'], prot: 'auto', provides: { MY_PORT: '${port}' } } } }],
    ['pth', { apis: { search: { method: 'GET', pth: '/search' } } }],
  ])('%s in %j', (field, connector) => {
    expect(validateConfig({ connector })).toEqual([expect.objectContaining({ field, didYouMean: expect.anything() })]);
  });

  test('nor what follows from a field of a wrong kind', () => {
    const app = { command: ['app', '${ports.grpc}'], port: 'auto', ports: 'auto' };
    expect(validateConfig({ connector: { app } })).toEqual([expect.objectContaining({ field: 'ports' })]);
  });

  test('what else is wrong is', () => {
    const app = { command: ['app', '${prot}', '${port}'], prot: 'auto', port: 7 };
    const problems = validateConfig({ connector: { app, servces: { app: { command: ['x'], port: 7 } } } });
    expect(problems.map(({ field, received }) => field ?? received)).toEqual(
      expect.arrayContaining(['servces', 'prot', '${prot}', '"app"']),
    );
  });
});

test.each([0, 'fast', -1, Infinity, 2.5, false])('a concurrency of %p is refused', (concurrency) => {
  expect(formatProblems(validateConfig({ connector: { concurrency } }))).toContain(
    'concurrency: expected a whole number from 1, or true',
  );
});
