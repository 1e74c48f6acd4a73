import { extname, relative } from 'node:path';
import { currentEnvironment } from '../../env/adopt-environment';
import { ES_MODULES_FLAG, isInModulePackage } from '../project/es-modules';
import { COMMANDS_OF } from '../project/installer';
import type { RecordTarget } from './record-target';

/** The command that runs the test of a recording: Jest loads ES modules only with a flag of Node. */
export function testCommand({ project, testPath }: RecordTarget, config: string | undefined): string {
  const { folder, manifest, packageManager } = project;
  const shown = relative(folder, testPath);
  const jest = `${COMMANDS_OF[packageManager].run} jest ${config === undefined ? '' : `--config ${config} `}${shown}`;
  const ending = extname(testPath);
  const isLoadedAsModule = ['.mjs', '.mts'].includes(ending) || (ending === '.js' && isInModulePackage(testPath));
  if (!isLoadedAsModule || currentEnvironment()['NODE_OPTIONS']?.includes(ES_MODULES_FLAG) === true) return jest;
  if (config !== undefined || !setsFlag(manifest)) return `NODE_OPTIONS=${ES_MODULES_FLAG} ${jest}`;
  return packageManager === 'npm' ? `npm test -- ${shown}` : `${packageManager} run test ${shown}`;
}

/** Whether the script `test` sets the flag, and passes its arguments to Jest. */
function setsFlag(manifest: RecordTarget['project']['manifest']): boolean {
  const { test } = (manifest?.['scripts'] ?? {}) as { readonly test?: unknown };
  return typeof test === 'string' && test.includes(ES_MODULES_FLAG) && /\bjest(?:\.js)?\b[^&|;]*$/.test(test);
}
