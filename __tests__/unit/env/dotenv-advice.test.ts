import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { dotenvAdvice } from '../../../src/env/dotenv-advice';

let root: string;
let project: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dotenv-advice-'));
  mkdirSync(join(root, '.git'));
  project = join(root, 'packages/connector');
  mkdirSync(project, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text = 'MY_HOST=x\n'): string {
  const file = join(project, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

test('nothing anywhere', () => {
  expect(dotenvAdvice(project)).toBe(
    `There is no .env in ${project}. Create it there, or set the variables in the shell.`,
  );
});

test.each(['tests/.env', 'tests/integration/.env.local', '../.env', '../../.env'])(
  'one in another folder: %s',
  (path) => {
    put('env');
    const file = put(path);
    expect(dotenvAdvice(project)).toBe(
      `There is no .env in ${project}. Found nearby: ${file}. Move it to ${join(project, '.env')}.`,
    );
  },
);

test.each(['.env.example', 'env', '.env.txt', 'tests/.env.sample'])('one under another name: %s', (path) => {
  expect(dotenvAdvice(project)).not.toContain('Copy');
  const file = put(path);
  expect(dotenvAdvice(project)).toContain(`Found nearby: ${file}. Copy it to ${join(project, '.env')}.`);
});

test.each(['../../../.env-outside/.env', 'node_modules/x/.env', '.cache/.env', 'a/b/c/.env'])(
  'one that is none of the project’s: %s',
  (path) => {
    const file = put(path);
    expect(dotenvAdvice(project)).not.toContain('Found');
    rmSync(file);
    if (path.startsWith('../../..')) rmSync(dirname(file), { recursive: true });
  },
);

test('one that is there, and does not set the variable', () => {
  put('.env', 'MY_HSOT=x\nMY_EMPTY=\n');
  expect(dotenvAdvice(project, ['MY_PORT_NUMBER'])).toBe(`.env in ${project} does not set MY_PORT_NUMBER.`);
  expect(dotenvAdvice(project, ['MY_HOST'])).toBe(
    `.env in ${project} does not set MY_HOST. Is it a typo? Found MY_HSOT instead of MY_HOST.`,
  );
  expect(dotenvAdvice(project, ['MY_EMPTY'])).toBe(`.env in ${project} does not give a value to MY_EMPTY.`);
  put('.env.local', 'A=1');
  expect(dotenvAdvice(project, ['X_Y_Z'])).toBe(`.env.local and .env in ${project} do not set X_Y_Z.`);
});
