import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isInPath } from '../../env/find-program';
import { type SourceFile, sourceFiles } from './source-files';

/** An app on the Python app SDK. */
export interface PythonApp {
  /** The application's name: that of its App class, else of its project. */
  readonly name: string | undefined;
  /** The folder that its modules are imported from, relative to the project; empty for the project itself. */
  readonly folder: string;
  /** `module:Class` of its App. */
  readonly app: string | undefined;
  /** `module:Class` of its Handler. */
  readonly handler: string | undefined;
  /** How its Python is run: a path relative to the project, or a command. */
  readonly interpreter: readonly string[];
}

const SDK = /\b(?:atlan[-_])?application[-_]sdk\b/;
const REQUIREMENTS = /^(?:pyproject\.toml|requirements[\w.-]*\.txt)$/;
/** Classes that an App or a Handler can be derived from. */
const APP_CLASS = /^class (\w+)\((?:\w+\.)*\w*(?:App|Extractor)\b/m;
const HANDLER_CLASS = /^class (\w+)\((?:\w+\.)*\w*Handler\b/m;
const CLASS_NAME = /^class \w+\((?:\w+\.)*\w*(?:App|Extractor)\b[^]*?^\s+name\s*(?::\s*\w+\s*)?=\s*["']([\w-]+)["']/m;
const PROJECT_NAME = /^\[project\][^[]*?^name\s*=\s*["']([\w.-]+)["']/m;

/** Finds an app on the Python app SDK in a project; `undefined` if the project has none. */
export function findPythonApp(folder: string): PythonApp | undefined {
  const isListed = sourceFiles(folder, REQUIREMENTS).some(({ text }) => SDK.test(text));
  const sources = sourceFiles(folder, /\.py$/).filter(({ text }) => text.includes('application_sdk'));
  if (!isListed && sources.length === 0) return undefined;
  const app = sources.find(({ text }) => APP_CLASS.test(text));
  const handler = sources.find(({ text }) => HANDLER_CLASS.test(text));
  const first = app ?? handler;
  return {
    name: CLASS_NAME.exec(app?.text ?? '')?.[1] ?? projectName(folder),
    folder: first === undefined ? '' : relative(folder, importRoot(first.path)),
    app: app && classOf(app, APP_CLASS),
    handler: handler && classOf(handler, HANDLER_CLASS),
    interpreter: interpreterOf(folder),
  };
}

function projectName(folder: string): string | undefined {
  const path = join(folder, 'pyproject.toml');
  return existsSync(path) ? PROJECT_NAME.exec(readFileSync(path, 'utf8'))?.[1] : undefined;
}

/** The nearest folder above a module that isn't a package. */
function importRoot(path: string): string {
  let place = dirname(path);
  while (existsSync(join(place, '__init__.py'))) place = dirname(place);
  return place;
}

function classOf({ path, text }: SourceFile, pattern: RegExp): string {
  const module = relative(importRoot(path), path).replace(/\.py$/, '').split(/[\\/]/);
  return `${module.join('.')}:${pattern.exec(text)?.[1] ?? ''}`;
}

/** Jest activates no virtual environment, so its interpreter is named. */
function interpreterOf(folder: string): string[] {
  if (existsSync(join(folder, '.venv/bin/python'))) return ['.venv/bin/python'];
  if (existsSync(join(folder, 'uv.lock')) && isInPath('uv')) return ['uv', 'run', 'python'];
  if (existsSync(join(folder, 'poetry.lock')) && isInPath('poetry')) return ['poetry', 'run', 'python'];
  return [isInPath('python') ? 'python' : 'python3'];
}
