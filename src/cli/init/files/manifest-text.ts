import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ES_MODULES_FLAG } from '../../project/es-modules';
import { findPackageFolder } from '../../project/installed-package';
import type { Project } from '../../project/read-project';
import type { Choices } from '../choices';

/** The script "test" that `npm init` writes. */
const PLACEHOLDER = /no test specified/;

/** The package.json with the script "test". */
export interface ManifestChange {
  readonly text: string;
  /** The script; `undefined` if the package.json isn't changed. */
  readonly script?: string;
  /** What to do if another script "test" can't run the tests. */
  readonly advice?: string;
}

/** A new package.json, or the existing one with a script "test" if it has none. */
export function manifestText(choices: Choices, project: Project, version: string): ManifestChange {
  const script = testScript(choices, project);
  const path = join(project.folder, 'package.json');
  if (!existsSync(path)) {
    const dependencies = { jest: '^30.0.0', 'jest-connector': `^${version}` };
    const manifest = { private: true, scripts: { test: script }, devDependencies: dependencies };
    return { text: `${JSON.stringify(manifest, undefined, 2)}\n`, script };
  }
  const before = readFileSync(path, 'utf8');
  const manifest = JSON.parse(before) as { scripts?: Record<string, string> };
  const present = manifest.scripts?.['test'];
  if (present !== undefined && !PLACEHOLDER.test(present)) {
    const lacksFlag = choices.language === 'module' && !present.includes(ES_MODULES_FLAG);
    return lacksFlag
      ? { text: before, advice: `Run the tests with \`${script}\`: ES modules need the flag.` }
      : { text: before };
  }
  const changed = { ...manifest, scripts: { ...manifest.scripts, test: script } };
  const indent = /^[ \t]+/m.exec(before)?.[0] ?? 2;
  return { text: `${JSON.stringify(changed, undefined, indent)}\n`, script };
}

/** A JavaScript test in an ES module needs Node's flag. This form works in every shell, also on Windows. */
function testScript({ language }: Choices, { folder }: Project): string {
  if (language !== 'module') return 'jest';
  const jest = findPackageFolder('jest', folder) ?? join(folder, 'node_modules/jest');
  return `node ${ES_MODULES_FLAG} ${relative(folder, jest).replaceAll('\\', '/')}/bin/jest.js`;
}
