import { join } from 'node:path';
import { esModuleFindings } from '../../../../../src/cli/doctor/project/es-modules';
import { factsWith, projectSettings } from '../../../../support/doctor-facts';
import { temporaryProject } from '../../../../support/temporary-project';

const FLAG = '--experimental-vm-modules';
const MODULE = { 'package.json': '{ "type": "module" }' };

interface Given {
  readonly test: string;
  readonly files?: Record<string, string>;
  readonly environment?: Record<string, string>;
}

function findings({ test: name, files = {}, environment = {} }: Given): string[] {
  const folder = temporaryProject(files);
  const configs = [projectSettings(folder, { extensionsToTreatAsEsm: ['.mts'] })];
  const facts = factsWith(folder, { configs, testFiles: [join(folder, name)] });
  return esModuleFindings(facts, environment).map(({ severity, what }) => `${severity}: ${what}`);
}

test.each<[string, Given]>([
  ['an .mjs', { test: 'a.test.mjs' }],
  ['an extension that Jest treats as one', { test: 'a.test.mts' }],
  ['a .js in a package of ES modules', { test: 'below/a.test.js', files: MODULE }],
])('%s needs the flag', (_what, given) => {
  expect(findings(given)).toEqual([`problem: Jest loads ${given.test} as an ES module, for which Node needs a flag.`]);
});

test.each<[string, Given]>([
  ['CommonJS', { test: 'a.test.js', files: { 'package.json': '{}' } }],
  ['a .js without any package', { test: 'a.test.js' }],
  ['TypeScript', { test: 'a.test.ts', files: MODULE }],
  [
    'a script with the flag',
    { test: 'a.test.mjs', files: { 'package.json': `{ "scripts": { "test": "node ${FLAG} jest" } }` } },
  ],
  ['NODE_OPTIONS with the flag', { test: 'a.test.mjs', environment: { NODE_OPTIONS: `--no-warnings ${FLAG}` } }],
  ['a nearer package that is CommonJS', { test: 'below/a.test.js', files: { ...MODULE, 'below/package.json': '{}' } }],
])('%s does not', (_what, given) => {
  expect(findings(given)).toEqual([]);
});
