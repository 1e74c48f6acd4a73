import { findPackage } from '../../project/installed-package';
import type { ConfiguredFacts } from '../facts';
import { type Finding, problem } from '../finding';
import type { ProjectSettings } from '../jest-settings';

const OURS = '`transform` needs the entry of the preset: merge with `withConnector`, or remove your entry for `.ts`.';

/** Whether something transforms the project's TypeScript tests. */
export function transformFindings(project: ProjectSettings, { settings, folder }: ConfiguredFacts): Finding[] {
  const file = settings.testFiles.find((path) => /\.[cm]?tsx?$/.test(path) && path.startsWith(project.rootDir));
  if (file === undefined) return [];
  const [, transformer] = project.transform.find(([pattern]) => new RegExp(pattern).test(file)) ?? [];
  if (transformer === undefined) {
    return [problem('preset', `Nothing transforms TypeScript: no key of \`transform\` matches ${file}.`, OURS)];
  }
  if (!/[\\/]babel-jest[\\/]/.test(transformer) || findPackage('@babel/preset-typescript', folder)) return [];
  const what = '`transform` gives TypeScript files to babel-jest, and @babel/preset-typescript is not installed.';
  return [problem('preset', what, OURS)];
}
