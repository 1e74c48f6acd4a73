import { existsSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { defined } from '../../defined';
import { describeGiven, type Problem } from '../../validation/problems';
import { isInModulePackage } from '../project/es-modules';
import type { Project } from '../project/read-project';
import type { ExistingFile } from './code/existing-file';
import { exportNameOf, freeName } from './code/export-name';
import { CODE_ENDINGS, type ModuleStyle, styleOf } from './code/module-style';
import { readTargetFile } from './code/target-file';
import type { RecordOptions } from './record-options';
import { defaultName } from './requests/plan-requests';

/** The file that scenarios are written to. */
export interface RecordTarget {
  readonly path: string;
  /** As it is printed. */
  readonly shown: string;
  readonly style: ModuleStyle;
  readonly exportName: string;
  /** The file, if it exists: it gets another export. */
  readonly existing?: ExistingFile | undefined;
  /** The test beside it. */
  readonly testPath: string;
  readonly project: Project;
}

/** The target, or the problems in the options that name it. */
export function recordTarget(project: Project, options: RecordOptions): RecordTarget | Problem[] {
  const shown = options.out ?? defaultOut(project);
  const path = resolve(project.folder, shown);
  const name = nameOf(options);
  const named = exportNameOf(name);
  const problems = [...nameProblems(name, named), ...pathProblems(path, options.out)];
  if (problems.length > 0 || named === undefined) return problems;
  const existing = readTargetFile(path);
  if (existing !== undefined && 'expected' in existing) {
    const { expected, reason } = existing;
    return [{ where: '--out', expected, received: `${shown}, ${reason}` }];
  }
  const isChosen = options.name !== undefined || options.api !== undefined;
  const exportName = isChosen ? named : freeName(named, (each) => existing?.taken.has(each) !== true);
  const taken = existing === undefined ? [] : takenProblems(existing, { name, exportName, shown }, options);
  if (taken.length > 0) return taken;
  const style = existing?.style ?? styleOf(path, isInModulePackage(path));
  return { ...{ path, shown, style, exportName, existing, project }, testPath: testPathOf(path) };
}

/** The name that the export is made of. */
function nameOf({ name, api, expectRefusal }: RecordOptions): string {
  return name ?? (api === undefined ? 'recorded' : defaultName(api, expectRefusal));
}

function defaultOut({ name, hasTypeScript }: Project): string {
  return join('tests', 'integration', name, `recorded.scenarios.${hasTypeScript ? 'ts' : 'js'}`);
}

function nameProblems(name: string, exportName: string | undefined): Problem[] {
  if (exportName !== undefined) return [];
  const expected =
    'a name of letters, digits, _ and - that begins with a letter, and no reserved word, global or name of jest-connector';
  // A word that the file needs itself, such as `equals`.
  const longer = `${name}_scenario`;
  const didYouMean = exportNameOf(longer) === undefined ? undefined : longer;
  return [
    {
      where: '--name',
      expected,
      received: describeGiven(name),
      ...defined({ didYouMean }),
      example: 'metadata_of_sales',
    },
  ];
}

function pathProblems(path: string, out: string | undefined): Problem[] {
  const problem = (expected: string, received = out): Problem[] => [{ where: '--out', expected, received }];
  if (isFolder(path)) {
    return problem(`a file, such as ${join(out ?? '', 'recorded.scenarios.ts')}`, `the folder ${String(out)}`);
  }
  if (!CODE_ENDINGS.includes(extname(path)) || /\.d\.[cm]?ts$/.test(path)) {
    return problem(`a file that ends with ${CODE_ENDINGS.join(', ')}`);
  }
  if (/\.(?:test|spec)\.[cm]?[jt]s$/.test(path)) return problem('a file of scenarios, not a test');
  if (out === undefined || isFolder(dirname(path))) return [];
  return problem('a file in a folder that exists', `${out}, and there is no folder ${dirname(out)}`);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

interface Named {
  readonly name: string;
  readonly exportName: string;
  readonly shown: string;
}

/** A block of its own may repeat the names of another one, but who records one scenario wants another. */
function takenProblems(
  { taken, exports, scenarioLines }: ExistingFile,
  named: Named,
  { api }: RecordOptions,
): Problem[] {
  const { name, exportName, shown } = named;
  const has = exports.has(exportName)
    ? `exports ${exportName}`
    : taken.has(exportName)
      ? `declares ${exportName}`
      : `has a scenario of this name`;
  if (!taken.has(exportName) && (api === undefined || !scenarioLines.has(name))) return [];
  const received = `${describeGiven(name)}, and ${shown} ${has}`;
  return [{ where: '--name', expected: 'a name that is not taken', received, example: `--name ${name}_2` }];
}

/** `recorded.scenarios.ts` → `recorded.test.ts`. */
function testPathOf(path: string): string {
  const ending = extname(path);
  return join(dirname(path), `${basename(path, ending).replace(/[.-]scenarios$/, '')}.test${ending}`);
}
