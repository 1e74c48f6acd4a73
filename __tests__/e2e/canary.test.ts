import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type AppServer, startAppServer } from '../support/app-server';
import { describeEachJest } from './describe-each-jest';
import { installPackage } from './installed-project';
import { type JestRun, runJest } from './run-jest';

jest.setTimeout(60_000);

/** Distinct, and with characters that every encoding writes otherwise. */
const planted = Object.fromEntries(
  ['username', 'password', 'extra', 'header', 'apiKey', 'query', 'ownName', 'marked'].map((place) => [
    place,
    // A header carries no other letters.
    ['header', 'apiKey'].includes(place) ? `cAn4ry-${place}/+&%` : `cAn4ry-${place}/é"+&%`,
  ]),
);
const inEnvironment = 'cAn4ry-environment/é"+&%';
const secrets = { ...planted, environment: inEnvironment };

/** Every way in which a secret could be written. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ a: secret }).toString().slice(2),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    json,
    JSON.stringify(json).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    // What is left when a part was cut off or redacted.
    secret.slice(0, 'cAn4ry-'.length + 4),
  ];
}

/** Everything that the run wrote: what a person sees, Jest's JSON, and every file of the project that it made. */
function outputsOf(run: JestRun, project: string): Record<string, string> {
  const files = readdirSync(project, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(project, name)).isFile())
    .map((name) => [name, readFileSync(join(project, name), 'utf8')] as const);
  return { stdout: run.stdout, stderr: run.stderr, json: JSON.stringify(run.json), ...Object.fromEntries(files) };
}

let server: AppServer;
beforeAll(async () => {
  server = await startAppServer();
  // The server gives everything back, once more inside a text, as an error message of a database would.
  server.answer('POST /echo', ({ body, headers, query, text }) => ({ json: { body, headers, query, text } }));
  server.answer('POST /reset', { fault: 'reset' });
  server.answer('POST /broken', ({ text }) => ({ headers: { 'content-type': 'application/json' }, raw: `{${text}` }));
  server.answer('POST /workflows/v1/dev/local-vault', ({ text }) => ({ status: 500, json: { detail: text } }));
});
afterAll(() => server.close());

describeEachJest('no secret leaves', (major) => {
  test.each([
    ['in band', ['-i']],
    ['from workers', ['-w', '2', '--workerIdleMemoryLimit=8GB']],
  ])('%s, whatever fails', async (_how, args) => {
    const project = (await installPackage({ jest: major })).project('canary', {
      '.env': `MY_DB_PASSWORD='${inEnvironment}'\n`,
    });
    const run = await runJest(project, ['--ci=false', ...args], {
      env: { PLANTED: JSON.stringify(planted), CONNECTOR_SERVER_HOST: server.url },
    });
    const { '.env': _own, ...outputs } = outputsOf(run, project);

    expect(run.json).toMatchObject({ numPassedTests: 0, numFailedTests: 9 });
    expect(Object.keys(outputs)).toEqual(
      expect.arrayContaining(['stderr', 'json', 'reports/junit.xml', '__snapshots__/leak.test.js.snap']),
    );
    const leaks = Object.entries(outputs).flatMap(([output, text]) =>
      Object.entries(secrets)
        .filter(([, secret]) => formsOf(secret).some((form) => text.includes(form)))
        .map(([place]) => `${place} in ${output}`),
    );
    expect(leaks).toEqual([]);
    expect(outputs['json']).toContain('[redacted]');
  });
});
