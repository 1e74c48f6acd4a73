import { join } from 'node:path';

/**
 * The compiled guardian, for plain Node runs it. Tests that run from the sources put another path here, of sources they
 * have compiled; see `__tests__/support/compiled-sources.ts`.
 */
export function guardianFile(): string {
  return join(__dirname, 'guardian.js');
}
