import { createHash } from 'node:crypto';
import { jsonText } from '../../json/exact-json';
import type { TestKey } from './run-model';

/** Enough for a hundred thousand tests without two equal ids. */
const LENGTH = 12;

/** A short name for a test that is the same in each run, such as `3fa1c27b90de`. */
export function testId({ project, file, fullName, ordinal }: TestKey): string {
  const key = jsonText([project ?? null, file, fullName, ordinal]);
  return createHash('sha256').update(key).digest('hex').slice(0, LENGTH);
}
