import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { prefixOf } from '../../../env/credentials';
import { packageOf } from '../../project/installed-package';
import { OUR_NAME } from '../../project/our-files';
import type { Language } from '../choices';

/** The names that the templates have instead of the connector's. */
const NAME = /my-connector/g;
const PREFIX = /E2E_MY_CONNECTOR_/g;

/** A file of the folder `templates`, with the name of the connector. */
export function template(path: string, name: string): string {
  const { root = '' } = packageOf(OUR_NAME, __filename) ?? {};
  return readFileSync(join(root, 'templates', path), 'utf8')
    .replace(NAME, name)
    .replace(PREFIX, prefixOf(name));
}

/** A template in TypeScript in another language. The templates have no types, so only their modules differ. */
export function inLanguage(text: string, language: Language): string {
  if (language === 'typescript') return text;
  if (language === 'module') return text.replace(/(from '\.[^']*)'/g, "$1.js'");
  const exported = [...text.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
  const required = text
    .replace(/^import (\{[^}]*\}) from ('[^']+');$/gm, 'const $1 = require($2);')
    .replace(/^export const /gm, 'const ');
  return exported.length === 0 ? required : `${required}\nmodule.exports = { ${exported.join(', ')} };\n`;
}

/** Keeps the parts of a file that are wanted: those between `# init:<part>` and `# init:end`. */
export function withParts(text: string, wanted: readonly string[]): string {
  return text.replace(/^ *# init:(\w+)\n([^]*?)^ *# init:end\n/gm, (_whole, part: string, lines: string) =>
    wanted.includes(part) ? lines : '',
  );
}
