import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../../../src/cli/run-cli';
import { type AppServer, startAppServer } from '../../../support/app-server';
import { recordedTerminal } from '../../../support/recorded-terminal';

const INPUT = 'GET /workflows/v1/input-contract';

let app: AppServer;
let folder: string;
let out: string;
beforeEach(async () => {
  app = await startAppServer();
  app.respond(INPUT, { json: { type: 'object', properties: { metadata: { type: 'object' } } } });
  folder = mkdtempSync(join(tmpdir(), 'contract-command-'));
  out = join(folder, 'contract.json');
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await app.close();
});

const contract = async (...args: string[]) => {
  const terminal = recordedTerminal();
  const exitCode = await runCli(['contract', '--out', out, ...args], terminal);
  return { exitCode, printed: terminal.printed.join('\n'), notices: terminal.notices.join('\n') };
};
const atUrl = (...args: string[]) => contract('--url', app.url, ...args);

test('it writes a file, says when it is current, and what has changed', async () => {
  expect(await atUrl()).toEqual({
    exitCode: 0,
    printed: `Wrote ${out}: arguments of a workflow (1 field).`,
    notices: '',
  });
  expect(await atUrl()).toMatchObject({ exitCode: 0, printed: expect.stringContaining('is current') as string });

  app.respond(INPUT, { json: { type: 'object', properties: { metadata: { type: 'string' } } } });
  const before = readFileSync(out, 'utf8');
  expect(await atUrl('--check')).toMatchObject({
    exitCode: 1,
    notices: expect.stringContaining('is not current:\nat "workflow') as string,
  });
  expect(readFileSync(out, 'utf8')).toBe(before);
  expect(await atUrl()).toMatchObject({
    exitCode: 0,
    notices: expect.stringContaining('expected "object", received "string"') as string,
  });
  expect(await atUrl('--check')).toMatchObject({ exitCode: 0 });
});

test('it asks the app of the environment', async () => {
  process.env['CONNECTOR_SERVER_HOST'] = app.url;
  expect(await contract('--entrypoint', 'miner')).toMatchObject({
    exitCode: 0,
    printed: expect.stringContaining('of miner (1 field)') as string,
  });
  process.env['CONNECTOR_SERVER_HOST'] = 'nonsense';
  expect(await contract()).toMatchObject({
    exitCode: 1,
    notices: expect.stringContaining('CONNECTOR_SERVER_HOST') as string,
  });
  delete process.env['CONNECTOR_SERVER_HOST'];
});

test('another file is not overwritten, and the app is not asked', async () => {
  writeFileSync(out, '{"name":"mine"}');
  expect(await atUrl()).toMatchObject({
    exitCode: 1,
    notices: expect.stringContaining('Invalid contract file') as string,
  });
  expect(readFileSync(out, 'utf8')).toBe('{"name":"mine"}');
  expect(app.requests).toEqual([]);
});

test.each([
  [
    'an app without one',
    () => Promise.resolve(app.respond(INPUT, { status: 404, json: {} })),
    'serves no contract; nothing was written',
  ],
  ['an app that is not there', () => app.close(), 'ECONNREFUSED'],
  ['an unreachable app, with what to do,', () => app.close(), 'This command starts no app'],
])('%s is an error, and nothing is written', async (_what, change, message) => {
  await change();
  expect(await atUrl()).toMatchObject({ exitCode: 1, notices: expect.stringContaining(message) as string });
  expect(existsSync(out)).toBe(false);
});

test('with --check, a missing file fails with the command', async () => {
  expect(await atUrl('--check')).toMatchObject({
    exitCode: 1,
    notices: expect.stringContaining('does not exist') as string,
  });
});

test('a URL without its scheme is a wrong usage', async () => {
  expect(await contract('--url', '127.0.0.1:8765')).toMatchObject({
    exitCode: 2,
    notices: expect.stringContaining('--url: expected a URL') as string,
  });
});

test('what to do about an app without a contract depends on whether its URL was given', async () => {
  app.respond(INPUT, { status: 404, json: {} });
  expect((await atUrl()).notices).toContain('Fix: use `standardScenarios` without `contract`.');
  expect((await atUrl()).notices).not.toContain('another app');
  process.env['CONNECTOR_SERVER_HOST'] = app.url;
  expect((await contract()).notices).toContain('If this is another app, pass the URL of yours with `--url`.');
  delete process.env['CONNECTOR_SERVER_HOST'];
});
