import { dirname } from 'node:path';
import { findPackage, type InstalledPackage, packageOf } from '../../project/installed-package';
import { OUR_NAME } from '../../project/our-files';
import { type ConfiguredFacts } from '../facts';
import { type Finding, ok, problem, warning } from '../finding';

/** Two copies have separate matchers, secrets and settings. `own` is the copy that runs. */
export function copyFindings({ folder, settings }: ConfiguredFacts, own: InstalledPackage | undefined): Finding[] {
  const used = [
    findPackage(OUR_NAME, folder),
    ...settings.testFiles.map((path) => findPackage(OUR_NAME, dirname(path))),
    ...settings.configs.flatMap(({ setupFilesAfterEnv, globalSetup }) =>
      [...setupFilesAfterEnv, globalSetup ?? ''].map((path) => packageOf(OUR_NAME, path)),
    ),
  ].filter((found) => found !== undefined);
  const copies = [...new Map(used.map((copy) => [copy.root, copy])).values()];
  if (copies.length > 1) return [severalCopies(copies)];
  const [copy] = copies;
  if (copy === undefined || own === undefined || copy.root === own.root) {
    return [ok('copies', `The config and the tests use one copy of ${OUR_NAME}`)];
  }
  return [
    warning(
      'copies',
      `This command is from another copy of ${OUR_NAME} (${own.version}, ${own.root}) than the tests use (${copy.version}).`,
      `run \`npx ${OUR_NAME} doctor\` in the folder that has the tests' node_modules.`,
    ),
  ];
}

function severalCopies(copies: readonly InstalledPackage[]): Finding {
  const listed = copies.map(({ root, version }) => `${root} (${version})`).join(', ');
  return problem(
    'copies',
    `The config and the tests use ${copies.length} copies of ${OUR_NAME}: ${listed}. They share no settings, matchers or secrets.`,
    'keep one of them: install the same version everywhere, then deduplicate (`npm dedupe`).',
  );
}
