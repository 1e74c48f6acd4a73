import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dependenciesOf, readManifest } from './installed-package';
import { type PackageManager, packageManagerOf } from './installer';
import { findPythonApp, type PythonApp } from './python-app';
import { sourceFiles } from './source-files';

/** A Jest configuration that a project has. */
export interface JestConfigFile {
  /** Its name, relative to the project. */
  readonly name: string;
  readonly text: string;
}

/** What is known about a project before anything is written. */
export interface Project {
  /** Absolute. */
  readonly folder: string;
  /** The content of its package.json; `undefined` if it has none. */
  readonly manifest: Readonly<Record<string, unknown>> | undefined;
  readonly packageManager: PackageManager;
  readonly hasTypeScript: boolean;
  /** Whether its `.js` files are ES modules. */
  readonly isModule: boolean;
  readonly jestConfig: JestConfigFile | undefined;
  readonly python: PythonApp | undefined;
  /** Whether it has a `main.py`. */
  readonly hasMain: boolean;
  /** The name of its connector: of the Python app, the package or the folder. */
  readonly name: string;
}

const JEST_CONFIGS = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs', 'json'].map((extension) => `jest.config.${extension}`);

/** Reads a project. */
export function readProject(folder: string): Project {
  const manifest = readManifest(folder);
  const python = findPythonApp(folder);
  const named = python?.name ?? manifest?.['name'] ?? basename(folder);
  return {
    folder,
    manifest,
    python,
    hasMain: existsSync(join(folder, 'main.py')),
    packageManager: packageManagerOf(folder),
    hasTypeScript: hasTypeScript(folder, manifest),
    isModule: manifest?.['type'] === 'module',
    jestConfig: findJestConfig(folder, manifest),
    name: connectorName(String(named)),
  };
}

/** `@acme/Shop_connector` → `shop-connector`: a name for folders, and for the variables `E2E_SHOP_CONNECTOR_*`. */
export function connectorName(given: string): string {
  const name = given
    .replace(/^@[^/]*\//, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return name === '' ? 'my-connector' : name;
}

/** A Python app has no JavaScript of its own, so its tests can be TypeScript. */
function hasTypeScript(folder: string, manifest: Project['manifest']): boolean {
  if (manifest === undefined || existsSync(join(folder, 'tsconfig.json'))) return true;
  return 'typescript' in dependenciesOf(manifest) || sourceFiles(folder, /(?<!\.d)\.[cm]?tsx?$/).length > 0;
}

function findJestConfig(folder: string, manifest: Project['manifest']): JestConfigFile | undefined {
  const name = JEST_CONFIGS.find((each) => existsSync(join(folder, each)));
  if (name !== undefined) return { name, text: readFileSync(join(folder, name), 'utf8') };
  if (manifest?.['jest'] === undefined) return undefined;
  return { name: 'package.json', text: readFileSync(join(folder, 'package.json'), 'utf8') };
}
