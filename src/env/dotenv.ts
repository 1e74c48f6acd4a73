import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConnectorTestError } from '../errors';

/**
 * Puts the variables of `.env` in `rootDir` into the environment. What is set stays, also when it is set to nothing; a
 * missing file is no error.
 */
export function loadDotenv(rootDir: string): void {
  const path = join(rootDir, '.env');
  const text = readIfThere(path);
  if (text === undefined) return;
  const { parse, populate } = require('dotenv') as typeof import('dotenv');
  populate(process.env as Record<string, string>, parse(text));
}

/**
 * The same for a test file whose run did not go through our global setup: the nearest `.env` at or above it, up to the
 * folder of its package.json. A test cannot know the `rootDir`.
 */
export function loadDotenvForTest(testPath: string | undefined): void {
  if (process.env['CONNECTOR_RUN'] || testPath === undefined) return;
  for (let folder = dirname(testPath); ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.env'))) return loadDotenv(folder);
    if (existsSync(join(folder, 'package.json')) || folder === dirname(folder)) return;
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new ConnectorTestError('INVALID_CONFIGURATION', {
      what: `The file ${path} cannot be read.`,
      why: message,
      fix: 'make it a file that you may read, or remove it.',
    });
  }
}
