import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TsJestTransformerOptions } from 'ts-jest';
import { packageVersion } from '../package-version';

/** The module format that Jest requests. */
export type ModuleFormat = 'commonjs' | 'esnext';

/** The properties of a project's tsconfig that matter here. */
export interface ProjectTsconfig {
  /** Its path; `undefined` if the project has none. */
  readonly path: string | undefined;
  /** Changes with the file and with every file that it extends. */
  readonly fingerprint: string;
  readonly hasTarget: boolean;
}

/** Loaded on the first error, because the redaction in every error takes longer to load than the transformer itself. */
export const errors = (): typeof import('./typescript-errors') =>
  require('./typescript-errors') as typeof import('./typescript-errors');

const known = new Map<string, ProjectTsconfig>();

/** The tsconfig.json that applies to `rootDir`, read once per process. */
export function projectTsconfig(rootDir: string): ProjectTsconfig {
  const tsconfig = known.get(rootDir) ?? readTsconfig(rootDir);
  known.set(rootDir, tsconfig);
  return tsconfig;
}

function readTsconfig(rootDir: string): ProjectTsconfig {
  const { findTsconfig, parseTsconfig } = require('get-tsconfig') as typeof import('get-tsconfig');
  const path = findTsconfig(rootDir);
  if (path === undefined) return { path, fingerprint: '', hasTarget: false };
  try {
    const config = parseTsconfig(path);
    return {
      path,
      // Includes the source, because a file with a syntax error is only partly parsed and must not match the cached one.
      fingerprint: JSON.stringify([config, readFileSync(path, 'utf8')]),
      hasTarget: config.compilerOptions?.target !== undefined,
    };
  } catch (error) {
    throw errors().tsconfigError(path, error);
  }
}

/** The path of the TypeScript that ts-jest loads itself; the option `compiler` must name the same one. */
export function compilerPath(): string {
  return require.resolve('typescript', { paths: [dirname(require.resolve('ts-jest'))] });
}

/** npm installs a TypeScript older than 7 for us, unless a project forces ts-jest to use TypeScript 7. */
function refuseTypeScript7(compiler: string): void {
  const version = packageVersion(compiler);
  if (!/^([7-9]|\d\d)\./.test(version)) return;
  throw errors().typescript7Error(version, dirname(require.resolve('ts-jest/package.json')));
}

/**
 * The options for ts-jest. Their compiler options override those of the project's tsconfig.
 *
 * Jest decides whether a file is a CommonJS or an ES module, so `module` follows Jest. With `nodenext`, TypeScript would
 * decide by package.json, and the two can disagree.
 */
export function tsJestOptions(tsconfig: ProjectTsconfig, format: ModuleFormat): TsJestTransformerOptions {
  const compiler = compilerPath();
  refuseTypeScript7(compiler);
  return {
    compiler,
    useESM: format === 'esnext',
    diagnostics: { ignoreCodes: OPTION_CODES },
    tsconfig: {
      isolatedModules: true,
      esModuleInterop: true,
      module: format,
      moduleResolution: 'bundler',
      // ts-jest's own default is ES2015, where `await` becomes a generator and stacks become hard to read.
      ...(tsconfig.hasTarget ? {} : { target: 'es2022' }),
    },
  };
}

/**
 * TypeScript's errors about options (deprecated, unknown to this version, conflicting) are left to `tsc`; here, types are
 * only stripped. Syntax errors, including those in the tsconfig, have other codes.
 */
const OPTION_CODES = [...Array.from({ length: 200 }, (_, index) => 5000 + index), 6046];
