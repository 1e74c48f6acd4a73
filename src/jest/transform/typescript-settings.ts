import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { TsJestTransformerOptions } from 'ts-jest';
import { packageVersion } from './package-version';

/** The kind of module that Jest asks for. */
export type ModuleFormat = 'commonjs' | 'esnext';

/** What a project's tsconfig means for us. */
export interface ProjectTsconfig {
  /** Its path; `undefined` when the project has none. */
  readonly path: string | undefined;
  /** Changes with the file and with all it extends. */
  readonly fingerprint: string;
  readonly hasTarget: boolean;
}

/** Loaded when there is one: the redaction in every error takes longer to load than the transformer itself. */
export const errors = (): typeof import('./typescript-errors') =>
  require('./typescript-errors') as typeof import('./typescript-errors');

const known = new Map<string, ProjectTsconfig>();

/** The tsconfig.json that holds for `rootDir`, read once in a process. */
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
      // The text as well: a file with a syntax error is half understood, and must not pass for what was understood.
      fingerprint: JSON.stringify([config, readFileSync(path, 'utf8')]),
      hasTarget: config.compilerOptions?.target !== undefined,
    };
  } catch (error) {
    throw errors().tsconfigError(path, error);
  }
}

/** Where TypeScript is that ts-jest loads by itself; the option `compiler` must name the same one. */
export function compilerPath(): string {
  return require.resolve('typescript', { paths: [dirname(require.resolve('ts-jest'))] });
}

/** npm keeps a TypeScript for us that is older than 7, unless a project makes ts-jest and TypeScript 7 live together. */
function refuseTypeScript7(compiler: string): void {
  const version = packageVersion(compiler);
  if (!/^([7-9]|\d\d)\./.test(version)) return;
  throw errors().typescript7Error(version, dirname(require.resolve('ts-jest/package.json')));
}

/**
 * ts-jest's options. What they say about TypeScript is merged over the project's tsconfig.
 *
 * Jest decides whether a file is a CommonJS or an ES module, so `module` follows Jest: under `nodenext` TypeScript would
 * decide by package.json, and the two disagree.
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
 * What TypeScript says about options (deprecated, unknown to this version, not to be combined) is for `tsc` to say; here
 * types are only stripped. Syntax errors, in the tsconfig too, have other codes.
 */
const OPTION_CODES = [...Array.from({ length: 200 }, (_, index) => 5000 + index), 6046];
