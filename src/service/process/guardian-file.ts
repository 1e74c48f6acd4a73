import { join } from 'node:path';

/**
 * The path of the compiled guardian, which plain Node runs. Tests that run from the sources replace this with a copy
 * that they compiled; see `__tests__/support/compiled-sources.ts`.
 */
export function guardianFile(): string {
  return join(__dirname, 'guardian.js');
}
