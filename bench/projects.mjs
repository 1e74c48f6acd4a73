// The Jest projects to compare, written into a folder of the repository's cache so that they resolve its packages.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';

const ours = (count) => `
import { defineScenarios, describeConnector, equals, exists } from 'jest-connector';

const scenarios = defineScenarios(
  Array.from({ length: ${count} }, (_unused, index) => ({
    name: \`auth_\${index}\`,
    api: 'auth' as const,
    args: { credentials: { username: 'svc', password: 'p' } },
    assertThat: {
      success: equals(true),
      'data.status': equals('success'),
      'data.identities.0': equals('svc'),
      'data.scopes': exists(),
    },
  })),
);

describeConnector('bench', scenarios);
`;

const byHand = (count, load) => `
${load}

const instance = axios.create({ baseURL: process.env.CONNECTOR_SERVER_HOST, validateStatus: () => true, proxy: false });

for (let index = 0; index < ${count}; index += 1) {
  test(\`auth_\${index}\`, async () => {
    const { data } = await instance.post('/workflows/v1/auth', {
      credentials: [{ key: 'username', value: 'svc' }, { key: 'password', value: 'p' }],
    });
    expect(data.success).toEqual(true);
    expect(data.data.status).toEqual('success');
    expect(data.data.identities[0]).toEqual('svc');
    expect(data.data.scopes).toBeTruthy();
  });
}
`;

const pactum = (count) => `
const { spec, request } = require('pactum');

request.setBaseUrl(process.env.CONNECTOR_SERVER_HOST);

for (let index = 0; index < ${count}; index += 1) {
  test(\`auth_\${index}\`, async () => {
    const data = await spec()
      .post('/workflows/v1/auth')
      .withJson({ credentials: [{ key: 'username', value: 'svc' }, { key: 'password', value: 'p' }] })
      .returns('.');
    expect(data.success).toEqual(true);
    expect(data.data.status).toEqual('success');
    expect(data.data.identities[0]).toEqual('svc');
    expect(data.data.scopes).toBeTruthy();
  });
}
`;

/** The minimum that any client needs: the lowest possible cost of a request in Jest. */
const bare = (count) => `
const http = require('node:http');

const agent = new http.Agent({ keepAlive: true });

function post(path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request(process.env.CONNECTOR_SERVER_HOST + path, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json' },
    });
    request.on('error', reject);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part) => (text += part));
      response.on('end', () => resolve(JSON.parse(text)));
    });
    request.end(JSON.stringify(body));
  });
}

for (let index = 0; index < ${count}; index += 1) {
  test(\`auth_\${index}\`, async () => {
    const data = await post('/workflows/v1/auth', {
      credentials: [{ key: 'username', value: 'svc' }, { key: 'password', value: 'p' }],
    });
    if (data.success !== true) throw new Error('no success');
  });
}
`;

/** Jest's own cost of a test. */
const empty = (count) => `
for (let index = 0; index < ${count}; index += 1) {
  test(\`auth_\${index}\`, async () => {});
}
`;

const REQUIRED = "const axios = require('axios');";
const IMPORTED = "import axios from 'axios';";
const PLAIN = { testEnvironment: 'node', transform: {} };
const TS_JEST = {
  testEnvironment: 'node',
  transform: { '\\.ts$': ['ts-jest', { tsconfig: { esModuleInterop: true, types: ['jest', 'node'] } }] },
};

const SWC = {
  testEnvironment: 'node',
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
};

const project = (config, file, text) => ({ config, file, text });

/** Every project, by name; each has one test file with `count` requests. */
export const projects = (count) => ({
  'jest-connector': project({ preset: 'jest-connector' }, 'bench.test.ts', ours(count)),
  'by hand, JavaScript and axios': project(PLAIN, 'bench.test.js', byHand(count, REQUIRED)),
  'by hand, ts-jest and axios': project(TS_JEST, 'bench.test.ts', byHand(count, IMPORTED)),
  'by hand, @swc/jest and axios': project(SWC, 'bench.test.ts', byHand(count, IMPORTED)),
  'by hand, JavaScript and pactum': project(PLAIN, 'bench.test.js', pactum(count)),
  'floor: node:http, one check': project(PLAIN, 'bench.test.js', bare(count)),
  'floor: tests that do nothing': project(PLAIN, 'bench.test.js', empty(count)),
});

const HERE = fileURLToPath(new URL('..', import.meta.url));
const EMPTY_REPORTER = fileURLToPath(new URL('empty-reporter.cjs', import.meta.url));

/** Copies the package built in `checkout` to where npm would install it for the projects in `root`. */
export function installPackage(root, checkout = HERE) {
  for (const part of ['dist', 'jest-preset.js', 'package.json']) {
    cpSync(join(checkout, part), join(root, 'node_modules/jest-connector', part), { recursive: true });
  }
}

/** Writes a project, with so many copies of its test file, and returns its paths. */
export function writeProject(root, name, { config, file, text, files = 1 }) {
  const folder = join(root, name.replace(/\W+/g, '-'));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  // Without its own tsconfig, the repository's would apply.
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "target": "es2022" } }\n');
  const reporters = [EMPTY_REPORTER, ...(config.preset ? ['jest-connector/reporter'] : [])];
  const settings = { ...config, reporters, cacheDirectory: join(folder, 'cache') };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(settings));
  writeFileSync(join(folder, file), text);
  for (let copy = 2; copy <= files; copy += 1) writeFileSync(join(folder, `copy-${copy}.${file}`), text);
  return { folder, file: join(folder, file), text };
}
