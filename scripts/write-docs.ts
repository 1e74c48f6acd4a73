// npm run docs: regenerates the generated parts of the pages.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillPage } from './docs/fill-page';
import { generatedPages, readPage, ROOT } from './docs/pages';
import { PARTS } from './docs/parts';

for (const path of generatedPages()) {
  const before = readPage(path);
  const after = fillPage(before, PARTS);
  if (after === before) continue;
  writeFileSync(join(ROOT, path), after);
  console.log(`written: ${path}`);
}
