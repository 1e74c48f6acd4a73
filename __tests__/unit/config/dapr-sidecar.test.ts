import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { daprSidecar } from '../../../src/config/dapr-sidecar';
import { validateConfig } from '../../../src/config/validate-config';

const inConfig = (dapr: object) => validateConfig({ connector: { services: { dapr } } });
const wordsOf = ({ command }: { command: string | readonly string[] }): string => [command].flat().join(' ');
const componentsOf = (entry: ReturnType<typeof daprSidecar>): Record<string, { spec: object }> =>
  Object.fromEntries(
    Object.entries(entry.files ?? {}).map(([path, text]) => [path.replace('components/', ''), JSON.parse(text)]),
  );

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

test('makes an entry that the config takes, and that survives Jest’s way to its workers', () => {
  const entry = daprSidecar({ path: '/opt/daprd' });
  expect(inConfig(entry)).toEqual([]);
  expect(JSON.parse(JSON.stringify(entry))).toEqual(entry);
  expect(wordsOf(entry)).toMatch(/^\/opt\/daprd --app-id connector-app .* --dapr-http-port \$\{port\} /);
  expect(entry).toMatchObject({
    ...{ port: 'auto', ports: { grpc: 'auto' }, ready: { url: 'http://${host}:${port}/v1.0/metadata' } },
    provides: {
      DAPR_HTTP_PORT: '${port}',
      DAPR_GRPC_PORT: '${ports.grpc}',
      DAPR_COMPONENTS_PATH: '${folder}/components',
    },
  });
});

test('has the components that the SDK looks for, with their files in the temporary folder', () => {
  const components = componentsOf(daprSidecar());
  expect(Object.keys(components).sort()).toEqual([
    'deployment-secret-store.yaml',
    'eventstore.yaml',
    'objectstore.yaml',
    'pubsub.yaml',
    'secretstore.yaml',
    'statestore.yaml',
  ]);
  expect(components['objectstore.yaml']).toEqual({
    apiVersion: 'dapr.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'objectstore' },
    spec: {
      ...{ type: 'bindings.localstorage', version: 'v1' },
      metadata: [{ name: 'rootPath', value: '${folder}/objectstore' }],
    },
  });
});

test('components replace those of the same name, stand beside them, or are left out', () => {
  const redis = { type: 'state.redis', version: 'v2', metadata: { redisHost: 'a:1', redisDB: 3, enableTLS: false } };
  const entry = daprSidecar({ components: { statestore: redis, 'atlan-objectstore': { type: 'x' }, pubsub: null } });
  const components = componentsOf(entry);
  expect(Object.keys(components)).toContain('atlan-objectstore.yaml');
  expect(Object.keys(components)).not.toContain('pubsub.yaml');
  expect(components['statestore.yaml']?.spec).toEqual({
    ...{ type: 'state.redis', version: 'v2' },
    metadata: [
      { name: 'redisHost', value: 'a:1' },
      { name: 'redisDB', value: '3' },
      { name: 'enableTLS', value: 'false' },
    ],
  });
});

test('its options change ports and the name of the app, and add arguments', () => {
  const entry = daprSidecar({ appId: 'mine', httpPort: 3500, grpcPort: 50_001, arguments: ['--log-level', 'debug'] });
  expect(entry).toMatchObject({ port: 3500, ports: { grpc: 50_001 } });
  expect(wordsOf(entry)).toMatch(/ --app-id mine .*--log-level warn --log-level debug$/);
});

test('says what to install: all of Dapr, or, where its CLI is there, what that installs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dapr-sidecar-'));
  try {
    process.env['PATH'] = folder;
    delete process.env['CONNECTOR_DAPRD_PATH'];
    expect(daprSidecar().installHint).toMatch(
      /^install the Dapr CLI .* and run `dapr init --slim`, or set CONNECTOR_DAPRD_PATH/,
    );
    writeFileSync(join(folder, 'dapr'), '');
    chmodSync(join(folder, 'dapr'), 0o755);
    expect(daprSidecar().installHint).toMatch(
      /^run `dapr init --slim`, which installs daprd, or set CONNECTOR_DAPRD_PATH/,
    );
    process.env['CONNECTOR_DAPRD_PATH'] = '/nowhere';
    expect(daprSidecar().installHint).toMatch(/^correct the environment variable CONNECTOR_DAPRD_PATH, or run/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each([
  [{ httpport: 1 }, 'did you mean: httpPort'],
  [{ components: [] }, 'components: expected an object of components'],
  [{ components: { 'a/b': { type: 'x' } } }, 'components.a/b: expected a name of letters'],
  [{ components: { a: { tpye: 'x' } } }, 'did you mean: type'],
  [{ components: { a: {} } }, 'components.a, type: expected the type of a component'],
  [{ components: { a: 'state.redis' } }, 'expected an object, or null to leave the component out'],
  [
    { components: { a: { type: 'x', metadata: { b: {} } } } },
    'metadata: expected an object with strings, numbers or booleans',
  ],
])('%j is refused', (options, message) => {
  const call = () => daprSidecar(options as never);
  expect(call).toThrow(expect.objectContaining({ code: 'INVALID_OPTIONS' }));
  expect(call).toThrow(expect.objectContaining({ why: expect.stringContaining(message) }));
});
