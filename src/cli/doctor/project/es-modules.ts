import { dirname, extname, relative } from 'node:path';
import { readManifest } from '../../project/installed-package';
import { type ConfiguredFacts } from '../facts';
import { type Finding, problem } from '../finding';

type Environment = Readonly<Record<string, string | undefined>>;

const FLAG = '--experimental-vm-modules';

/** Whether Node gets the flag that tests in ES modules need. */
export function esModuleFindings(facts: ConfiguredFacts, environment: Environment): Finding[] {
  const { manifest, settings, folder } = facts;
  const [first] = settings.testFiles.filter((path) => isEsModule(path, facts));
  const scripts = Object.values((manifest['scripts'] ?? {}) as Record<string, string>);
  if (first === undefined || scripts.some((script) => script.includes(FLAG))) return [];
  if (environment['NODE_OPTIONS']?.includes(FLAG)) return [];
  return [
    problem(
      'modules',
      `Jest loads ${relative(folder, first)} as an ES module, for which Node needs a flag.`,
      `set the script "test" in package.json to "node ${FLAG} node_modules/jest/bin/jest.js", or NODE_OPTIONS=${FLAG}; or write the tests in TypeScript.`,
    ),
  ];
}

function isEsModule(path: string, { settings }: ConfiguredFacts): boolean {
  const extension = extname(path);
  if (extension === '.mjs') return true;
  if (settings.configs.some(({ extensionsToTreatAsEsm }) => extensionsToTreatAsEsm.includes(extension))) return true;
  return extension === '.js' && isInModulePackage(dirname(path));
}

function isInModulePackage(folder: string): boolean {
  for (let place = folder; ; place = dirname(place)) {
    const manifest = readManifest(place);
    if (manifest !== undefined) return manifest['type'] === 'module';
    if (place === dirname(place)) return false;
  }
}
