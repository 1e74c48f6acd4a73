import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { loadDotenv, loadDotenvForTest } from '../../../src/env/dotenv';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dotenv-test-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  for (const name of Object.keys(process.env)) if (name.startsWith('DOTENV_TEST_')) delete process.env[name];
  delete process.env['CONNECTOR_RUN'];
  delete process.env['CONNECTOR_ENV'];
});

test('sets what .env says', () => {
  writeFileSync(join(folder, '.env'), '# the database\nDOTENV_TEST_HOST=db.local\nDOTENV_TEST_PASSWORD="a b#c"\n');
  loadDotenv(folder);
  expect(process.env).toMatchObject({ DOTENV_TEST_HOST: 'db.local', DOTENV_TEST_PASSWORD: 'a b#c' });
});

test('keeps what is set, also when it is set to nothing', () => {
  process.env['DOTENV_TEST_HOST'] = 'from the shell';
  process.env['DOTENV_TEST_EMPTY'] = '';
  writeFileSync(join(folder, '.env'), 'DOTENV_TEST_HOST=file\nDOTENV_TEST_EMPTY=file\nDOTENV_TEST_NEW=file\n');
  loadDotenv(folder);
  expect(process.env).toMatchObject({
    DOTENV_TEST_HOST: 'from the shell',
    DOTENV_TEST_EMPTY: '',
    DOTENV_TEST_NEW: 'file',
  });
});

test('prints nothing', () => {
  const written = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write'));
  const logged = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  writeFileSync(join(folder, '.env'), 'DOTENV_TEST_HOST=db.local\n');
  loadDotenv(folder);
  for (const spy of [...written, logged]) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
  expect(process.env['DOTENV_TEST_HOST']).toBe('db.local');
});

describe('profiles', () => {
  beforeEach(() => {
    writeFileSync(join(folder, '.env'), 'DOTENV_TEST_A=env\nDOTENV_TEST_B=env\nDOTENV_TEST_C=env\nDOTENV_TEST_D=env\n');
    writeFileSync(join(folder, '.env.local'), 'DOTENV_TEST_A=local\nDOTENV_TEST_B=local\nDOTENV_TEST_C=local\n');
    writeFileSync(join(folder, '.env.staging'), 'DOTENV_TEST_A=staging\nDOTENV_TEST_B=staging\n');
    process.env['DOTENV_TEST_A'] = 'shell';
  });

  test.each([
    ['shell', undefined, 'local'],
    ['shell', '', 'local'],
    ['shell', 'staging', 'staging'],
  ])('what is set wins, then .env.<CONNECTOR_ENV>, .env.local, .env: %s, %s, %s', (a, profile, b) => {
    if (profile !== undefined) process.env['CONNECTOR_ENV'] = profile;
    loadDotenv(folder);
    expect(process.env).toMatchObject({
      ...{ DOTENV_TEST_A: a, DOTENV_TEST_B: b },
      ...{ DOTENV_TEST_C: 'local', DOTENV_TEST_D: 'env' },
    });
  });

  test('CONNECTOR_ENV may stand in .env.local', () => {
    writeFileSync(join(folder, '.env.local'), 'CONNECTOR_ENV=staging\n');
    loadDotenv(folder);
    expect(process.env).toMatchObject({ DOTENV_TEST_B: 'staging' });
  });

  test.each([
    ['stagin', 'set CONNECTOR_ENV=staging, or create the file.'],
    ['../staging', 'set CONNECTOR_ENV=staging, or create the file.'],
    ['production', 'create the file, or unset CONNECTOR_ENV.'],
  ])('CONNECTOR_ENV=%s, without its file, is an error that names the files there are', (profile, fix) => {
    process.env['CONNECTOR_ENV'] = profile;
    for (const load of [() => loadDotenv(folder), () => loadDotenvForTest(join(folder, 'a.test.ts'))]) {
      expect(load).toThrow(
        expect.objectContaining({
          code: 'INVALID_CONFIGURATION',
          why: 'the folder has .env.local, .env.staging.',
          fix,
        }),
      );
    }
    expect(process.env).not.toHaveProperty('DOTENV_TEST_B');
  });
});

test('does nothing without a .env', () => {
  const before = { ...process.env };
  loadDotenv(folder);
  expect(process.env).toEqual(before);
});

test('a .env that cannot be read is an error that says what to do', () => {
  mkdirSync(join(folder, '.env'));
  expect(() => loadDotenv(folder)).toThrow(
    expect.objectContaining({
      code: 'INVALID_CONFIGURATION',
      what: `Cannot read the file ${join(folder, '.env')}.`,
      why: expect.stringContaining('EISDIR'),
    }),
  );
});

test('for a test file, the nearest .env up to its package.json counts', () => {
  mkdirSync(join(folder, 'app/tests/deep'), { recursive: true });
  writeFileSync(join(folder, '.env'), 'DOTENV_TEST_OUTSIDE=yes\n');
  writeFileSync(join(folder, 'app/package.json'), '{}');
  loadDotenvForTest(join(folder, 'app/tests/deep/a.test.ts'));
  expect(process.env).not.toHaveProperty('DOTENV_TEST_OUTSIDE');

  writeFileSync(join(folder, 'app/.env'), 'DOTENV_TEST_INSIDE=yes\n');
  loadDotenvForTest(join(folder, 'app/tests/deep/a.test.ts'));
  expect(process.env).toMatchObject({ DOTENV_TEST_INSIDE: 'yes' });
});

test('after our global setup, a test file loads nothing', () => {
  process.env['CONNECTOR_RUN'] = 'some run';
  writeFileSync(join(folder, '.env'), 'DOTENV_TEST_HOST=db.local\n');
  loadDotenvForTest(join(folder, 'a.test.ts'));
  expect(process.env).not.toHaveProperty('DOTENV_TEST_HOST');
});
