import { extname, relative } from 'node:path';
import { ES_MODULES_FLAG, isInModulePackage } from '../../project/es-modules';
import { type ConfiguredFacts } from '../facts';
import { type Finding, problem } from '../finding';

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether Node gets the flag that tests in ES modules need. */
export function esModuleFindings(facts: ConfiguredFacts, environment: Environment): Finding[] {
  const { manifest, settings, folder } = facts;
  const [first] = settings.testFiles.filter((path) => isEsModule(path, facts));
  const scripts = Object.values((manifest['scripts'] ?? {}) as Record<string, string>);
  if (first === undefined || scripts.some((script) => script.includes(ES_MODULES_FLAG))) return [];
  if (environment['NODE_OPTIONS']?.includes(ES_MODULES_FLAG)) return [];
  return [
    problem(
      'modules',
      `Jest loads ${relative(folder, first)} as an ES module, for which Node needs a flag.`,
      `set the script "test" in package.json to "node ${ES_MODULES_FLAG} node_modules/jest/bin/jest.js", or NODE_OPTIONS=${ES_MODULES_FLAG}; or write the tests in TypeScript.`,
    ),
  ];
}

function isEsModule(path: string, { settings }: ConfiguredFacts): boolean {
  const extension = extname(path);
  if (extension === '.mjs') return true;
  if (settings.configs.some(({ extensionsToTreatAsEsm }) => extensionsToTreatAsEsm.includes(extension))) return true;
  return extension === '.js' && isInModulePackage(path);
}
