import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { runCli } from './run-cli';

/** What `npx jest-connector record` writes and prints of an app that gives everything back: an echo, and a refusal. */
export async function recordedOf(
  project: string,
  url: string,
  { username, password, extra, header, apiKey, marked, printed, inEnvironment = '' }: Readonly<Record<string, string>>,
): Promise<string> {
  const connector = {
    ...{ applicationName: 'from_env', headers: { 'x-api-key': apiKey, authorization: `Bearer ${String(header)}` } },
    apis: { echo: { method: 'POST', path: '/echo', reads: true } },
  };
  writeFileSync(
    join(project, 'record.config.js'),
    `module.exports = { preset: 'jest-connector', globals: { connector: ${JSON.stringify(connector)} } };`,
  );
  const credentials = { username: '${SENT_USER}', password: '${SENT_PASSWORD}', extra: { role: '${SENT_ROLE}' } };
  const args = { credentials, token: '${SENT_TOKEN}', note: inEnvironment, type: 'kept' };
  writeFileSync(join(project, 'args.json'), JSON.stringify(args));

  const env = {
    ...{ E2E_FROM_ENV_VALUE: 'cAn4ry-e2evar/é"+&%', E2E_FROM_ENV_USERNAME: username },
    ...{ SENT_USER: username, SENT_PASSWORD: password, SENT_ROLE: extra, SENT_TOKEN: marked },
  };
  const record = (...options: readonly string[]) =>
    runCli(project, ['record', '--config', 'record.config.js', '--url', url, ...options], { env });
  const withArgs = (given: object) => record('--api', 'echo', '--args', JSON.stringify(given));
  const out = ['--out', 'recorded.scenarios.js'];
  const ended = [
    await record('--api', 'echo', '--args', '@args.json', ...out),
    await record('--api', 'auth', '--expect-refusal', '--json', ...out),
    await record('--api', 'auth', '--name', 'refused_by_mistake', ...out),
    await record('--all', '--name', 'everything', ...out),
    await withArgs({ credentials: { password: printed } }),
    await withArgs({ [`key ${inEnvironment}`]: true }),
    await record('--api', 'echo', '--args', `${JSON.stringify({ note: inEnvironment, password: printed })} x`),
    await record('--api', 'echo', '--args', `{"password": ${String(printed)}}`),
  ];
  expect(ended.map(({ exitCode }) => exitCode)).toEqual([0, 0, 1, 1, 2, 2, 2, 2]);
  const text = readFileSync(join(project, 'recorded.scenarios.js'), 'utf8');
  expect(text).toContain("'body.type': equals('kept')");
  expect(text).toContain('note: process.env.MY_DB_PASSWORD');
  return [text, ...ended.map(({ output }) => output)].join('\n');
}
