import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PUBLISHED = join(__dirname, 'page.html');
/** Where the build put it, seen from the sources. */
const BUILT = join(__dirname, '../../../dist/page.html');

/** The page without data, as `npm run build` makes it from `src/page`. */
export function readTemplate(): string {
  return readFileSync([PUBLISHED, BUILT].find((path) => existsSync(path)) ?? PUBLISHED, 'utf8');
}
