import { temporalDevServer } from '../../../src/config/temporal-dev-server';
import { validateConfig } from '../../../src/config/validate-config';

const inConfig = (temporal: object) => validateConfig({ connector: { services: { temporal } } });
const wordsOf = ({ command }: { command: string | readonly string[] }): string => [command].flat().join(' ');

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

test('makes an entry that the config takes, and that survives Jest’s way to its workers', () => {
  const entry = temporalDevServer({ path: '/opt/temporal' });
  expect(inConfig(entry)).toEqual([]);
  expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
  expect(wordsOf(entry)).toMatch(/^\/opt\/temporal server start-dev --headless --ip \$\{host\} --port \$\{port\} /);
  expect(entry).toMatchObject({
    port: 'auto',
    ready: { command: ['/opt/temporal', 'operator', 'cluster', 'health', '--address', '${host}:${port}'] },
    provides: { ATLAN_TEMPORAL_HOST: '${host}:${port}', ATLAN_TEMPORAL_NAMESPACE: 'default' },
  });
});

test('its options change port and namespace, and add arguments', () => {
  const entry = temporalDevServer({ port: 7233, namespace: 'tests', arguments: ['--log-level', 'debug'] });
  expect(entry).toMatchObject({ port: 7233, provides: { ATLAN_TEMPORAL_NAMESPACE: 'tests' } });
  expect(wordsOf(entry)).toContain('--namespace tests');
  // The last of an argument counts.
  expect(wordsOf(entry)).toMatch(/--log-level warn --log-level debug$/);
});

test.each([
  [
    'its option',
    { path: '/opt/temporal' },
    'correct the option `path` of temporalDevServer(), or install the Temporal',
  ],
  ['its variable', {}, 'correct the environment variable CONNECTOR_TEMPORAL_PATH, or install the Temporal CLI'],
])('a program that is not where %s says it is has the hint to correct that', (_what, options, hint) => {
  process.env['CONNECTOR_TEMPORAL_PATH'] = '/from/the/environment';
  expect(temporalDevServer(options).installHint).toContain(hint);
});

test('all that is wrong in its options is told at once', () => {
  const call = () => temporalDevServer({ prot: 1, namespace: '', arguments: 'x', port: 'any' } as never);
  expect(call).toThrow(expect.objectContaining({ code: 'INVALID_OPTIONS' }));
  expect(call).toThrow(
    /did you mean: port[^]*arguments: expected a list[^]*port: expected a port[^]*namespace: expected/,
  );
  expect(() => temporalDevServer([] as never)).toThrow('temporalDevServer(): expected an object of options');
});
