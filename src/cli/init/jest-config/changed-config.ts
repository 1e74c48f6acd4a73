import { extname } from 'node:path';
import type { JestConfigFile } from '../../project/read-project';
import type { ConfigChange } from './config-edit';
import { changeJsonConfig } from './json-config';
import { ownConnector, ownParts } from './own-parts';
import { wrapConfig } from './wrap-config';

/** The Jest config of a project, changed so that it uses this package. `text` is the config that `init` would write. */
export function changedConfig(config: JestConfigFile, isModule: boolean, text: string): ConfigChange {
  if (/['"]jest-connector/.test(jestPart(config))) return { text: config.text };
  if (config.name.endsWith('.json')) {
    return changeJsonConfig(config.text, config.name === 'package.json', ownConnector(text));
  }
  return wrapConfig(config.text, usesImports(config, isModule), ownParts(text));
}

/** The dependency in package.json doesn't count. */
function jestPart({ name, text }: JestConfigFile): string {
  return name === 'package.json' ? JSON.stringify((JSON.parse(text) as { jest: unknown }).jest) : text;
}

function usesImports({ name, text }: JestConfigFile, isModule: boolean): boolean {
  if (/^\s*export default\b/m.test(text)) return true;
  return extname(name) === '.mjs' || (extname(name) === '.js' && isModule);
}
