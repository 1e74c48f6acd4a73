import { createHash } from 'node:crypto';
import module from 'node:module';
import { join } from 'node:path';
import type { TsJestTransformer } from 'ts-jest';
import { packageVersion } from '../package-version';
import { compilerPath, errors, projectTsconfig, tsJestOptions } from './typescript-settings';

/** The fields that we use of the request that Jest passes to a transformer; the same in Jest 29 and 30. */
export interface TransformRequest {
  readonly config: { readonly rootDir: string; readonly cwd?: string; readonly cacheDirectory?: string };
  readonly cacheFS: Map<string, string>;
  readonly instrument: boolean;
  readonly supportsStaticESM: boolean;
  readonly supportsDynamicImport: boolean;
}

/** A Jest transformer. */
export interface Transformer {
  getCacheKey(source: string, path: string, request: TransformRequest): string;
  process(source: string, path: string, request: TransformRequest): { code: string };
}

type TsJestRequest = Parameters<TsJestTransformer['process']>[2];

/** Compiles TypeScript to JavaScript. */
type Compile = (source: string, path: string, request: TransformRequest) => { code: string };

const compilers = new Map<string, Compile>();
let versions: string | undefined;

function getCacheKey(source: string, path: string, request: TransformRequest): string {
  versions ??= [__filename, require.resolve('ts-jest'), compilerPath()].map(packageVersion).join(' ');
  const { config, instrument, supportsStaticESM, supportsDynamicImport } = request;
  const { fingerprint } = projectTsconfig(config.rootDir);
  return createHash('sha1')
    .update(JSON.stringify([versions, fingerprint, path, instrument, supportsStaticESM, supportsDynamicImport]))
    .update(source)
    .digest('hex');
}

function process(source: string, path: string, request: TransformRequest): { code: string } {
  const key = JSON.stringify([request.config.rootDir, request.supportsStaticESM]);
  const compile = compilers.get(key) ?? createCompiler(request);
  compilers.set(key, compile);
  return compile(source, path, request);
}

function createCompiler({ config, supportsStaticESM, cacheFS }: TransformRequest): Compile {
  const tsconfig = projectTsconfig(config.rootDir);
  const format = supportsStaticESM ? 'esnext' : 'commonjs';
  const options = tsJestOptions(tsconfig, format);
  keepCompiledCode(config.cacheDirectory);
  const { default: tsJest } = require('ts-jest') as typeof import('ts-jest');
  const transformer = tsJest.createTransformer(options);
  // All instances of ts-jest cache their settings by Jest config alone; the id separates our two instances and the user's.
  const ownConfig = {
    id: `jest-connector ${format}`,
    rootDir: config.rootDir,
    cwd: config.cwd,
    cache: false,
    globals: {},
  };
  const ownRequest = {
    config: ownConfig,
    cacheFS,
    supportsStaticESM,
    transformerConfig: {},
  } as unknown as TsJestRequest;
  try {
    transformer.getCacheKey('', '', ownRequest); // Reads the tsconfig, so that its errors aren't attributed to a test.
  } catch (error) {
    throw errors().tsconfigError(tsconfig.path, error);
  }
  return (source, path, request) => transformer.process(source, path, { ...ownRequest, cacheFS: request.cacheFS });
}

/** Caches V8's compiled code (Node 22.8+). V8 takes 0.1 s to compile TypeScript; with the cache, it does so only once. */
function keepCompiledCode(cacheDirectory: string | undefined): void {
  const { enableCompileCache } = module as { enableCompileCache?: (directory: string) => unknown };
  if (cacheDirectory !== undefined) enableCompileCache?.(join(cacheDirectory, 'compiled-code'));
}

/**
 * Compiles TypeScript to JavaScript with ts-jest, without type checks. TypeScript is loaded only for files that aren't in
 * Jest's cache, so a second run is as fast as with plain JavaScript.
 *
 * The preset uses it for `.ts`, `.tsx`, `.mts` and `.cts` files. The project's tsconfig.json is used, except for `module`,
 * which Jest decides, and for `isolatedModules` and `esModuleInterop`, which are on.
 *
 * @example
 * transform: { '^.+\\.[cm]?tsx?$': 'jest-connector/transformer' }
 */
export function createTransformer(options: object = {}): Transformer {
  if (Object.keys(options).length > 0) throw errors().transformerOptionsError(Object.keys(options));
  return { getCacheKey, process };
}
