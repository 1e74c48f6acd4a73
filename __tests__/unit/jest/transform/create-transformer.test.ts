import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { createTransformer, type TransformRequest } from '../../../../src/jest/transform/create-transformer';

const root = mkdtempSync(join(tmpdir(), 'transformer-test-'));
let folder: string;
let count = 0;

beforeEach(() => {
  // A tsconfig is read once in a process, so each test has a project of its own.
  folder = join(root, `project-${count++}`);
  mkdirSync(folder);
});

afterAll(() => rmSync(root, { recursive: true }));

function writeTsconfig(tsconfig: object | string, name = 'tsconfig.json'): void {
  writeFileSync(join(folder, name), typeof tsconfig === 'string' ? tsconfig : JSON.stringify(tsconfig));
}

function request(over: Partial<TransformRequest> = {}): TransformRequest {
  return {
    config: { rootDir: folder, cwd: folder },
    cacheFS: new Map(),
    instrument: false,
    supportsStaticESM: false,
    supportsDynamicImport: false,
    ...over,
  };
}

function transform(source: string, over: Partial<TransformRequest> = {}, name = 'a.ts'): string {
  return createTransformer().process(source, join(folder, name), request(over)).code;
}

function cacheKey(source = 'let a = 1', over: Partial<TransformRequest> = {}, name = 'a.ts'): string {
  return createTransformer().getCacheKey(source, join(folder, name), request(over));
}

const MODULE = `import { b } from './b';\nimport type { T } from './t';\nexport const c: T = await1(b);\n`;

describe('code', () => {
  test('is CommonJS, or an ES module where Jest asks for one', () => {
    expect(transform(MODULE)).toContain('require("./b")');
    const esm = transform(MODULE, { supportsStaticESM: true });
    expect(esm).toContain("import { b } from './b'");
    expect(esm).not.toContain('./t');
    expect(transform(MODULE)).toContain('require("./b")');
  });

  test.each(['nodenext', 'commonjs', 'esnext', 'preserve'])('follows Jest, not "module": "%s"', (module) => {
    writeTsconfig({ compilerOptions: { module, moduleResolution: module === 'nodenext' ? module : undefined } });
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    expect(transform(MODULE)).toContain('require("./b")');
    expect(transform(MODULE, { supportsStaticESM: true })).toContain("import { b } from './b'");
  });

  test('keeps await without a target in the tsconfig, and follows the target that is there', () => {
    const source = 'export const f = async () => { await g(); };';
    expect(transform(source)).toContain('await g()');
    folder = join(folder, 'old');
    mkdirSync(folder);
    writeTsconfig({ compilerOptions: { target: 'es2016' } });
    expect(transform(source)).toContain('__awaiter');
  });

  test('hoists jest.mock above imports', () => {
    const code = transform(`import { b } from './b';\njest.mock('./b');\nb();`);
    expect(code.indexOf("jest.mock('./b')")).toBeGreaterThan(-1);
    expect(code.indexOf("jest.mock('./b')")).toBeLessThan(code.indexOf('require("./b")'));
  });

  test('carries a source map that names the file', () => {
    const map =
      /sourceMappingURL=data:[^,]*,(\S+)/.exec(transform('const a: number = 1;\nthrow new Error();'))?.[1] ?? '';
    expect(JSON.parse(Buffer.from(map, 'base64').toString())).toMatchObject({ sources: [join(folder, 'a.ts')] });
  });

  test('.tsx, .mts and .cts are understood', () => {
    expect(transform('export const a = <b />;', {}, 'a.tsx')).toContain('exports.a');
    expect(transform('export const a: number = 1;', {}, 'a.cts')).toContain('exports.a = 1');
    expect(transform('export const a: number = 1;', { supportsStaticESM: true }, 'a.mts')).toContain(
      'export const a = 1',
    );
  });

  test('options that only tsc cares about are no error, and nothing is printed', () => {
    const printed = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
    writeTsconfig({
      compilerOptions: {
        target: 'es5',
        baseUrl: '.',
        paths: { '@/*': ['./*'] },
        moduleResolution: 'node10',
        allowImportingTsExtensions: true,
        noEmit: true,
        composite: true,
        declaration: true,
        verbatimModuleSyntax: true,
        customConditions: ['x'],
        esModuleInterop: false,
        anOptionOfAnotherVersion: true,
      },
      references: [{ path: './other' }],
    });
    expect(transform(MODULE)).toContain('require("./b")');
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });

  test('a syntax error is shown with its place', () => {
    expect(() => transform('const a: = 1;')).toThrow(/a\.ts.*1.*10[\s\S]*Type expected/);
  });
});

describe('a tsconfig that cannot be used', () => {
  const broken = (text: string): unknown => {
    writeTsconfig(text);
    try {
      cacheKey();
      transform('let a = 1');
    } catch (error) {
      return error;
    }
    return undefined;
  };

  test.each([
    ['{ "compilerOptions": { "target": }', /tsconfig\.json/],
    ['{ "extends": "./missing.json" }', /missing\.json/],
    ['{ "extends": "./tsconfig.json" }', /[Cc]ircular/],
  ])('%s', (text, why) => {
    expect(broken(text)).toMatchObject({
      code: 'INVALID_CONFIGURATION',
      what: `Invalid TypeScript configuration ${join(folder, 'tsconfig.json')}.`,
      why: expect.stringMatching(why),
      stack: expect.not.stringContaining('\n    at '),
    });
  });
});

describe('the cache key', () => {
  test('is the same for the same', () => {
    expect(cacheKey()).toBe(cacheKey());
    expect(cacheKey()).toMatch(/^[0-9a-f]{40}$/);
  });

  test('changes with the source, the path, and what Jest asks for', () => {
    const keys = [
      cacheKey(),
      cacheKey('let a = 2'),
      cacheKey(undefined, {}, 'b.ts'),
      cacheKey(undefined, { instrument: true }),
      cacheKey(undefined, { supportsStaticESM: true }),
      cacheKey(undefined, { supportsDynamicImport: true }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('changes with the tsconfig and with what it extends', () => {
    const keys = [undefined, '{}', '{"compilerOptions":{"target":"es2020"}}', '{"extends":"./base.json"}'].map(
      (tsconfig) => {
        rmSync(folder, { recursive: true, force: true });
        mkdirSync(folder);
        if (tsconfig) writeTsconfig(tsconfig);
        writeTsconfig({ compilerOptions: { jsx: 'react' } }, 'base.json');
        return freshKey();
      },
    );
    writeTsconfig({ compilerOptions: { jsx: 'react-jsx' } }, 'base.json');
    keys.push(freshKey());
    expect(new Set(keys).size).toBe(keys.length);
  });

  /** As a new process would make it: a tsconfig is read once. */
  function freshKey(): string {
    let key = '';
    jest.isolateModules(() => {
      const fresh = require('../../../../src/jest/files/transformer') as {
        createTransformer: typeof createTransformer;
      };
      key = fresh.createTransformer().getCacheKey('let a = 1', join(folder, 'a.ts'), request());
    });
    return key;
  }

  test('is made without loading TypeScript', () => {
    jest.isolateModules(() => {
      jest.doMock('typescript', () => {
        throw new Error('TypeScript was loaded');
      });
      const fresh = require('../../../../src/jest/files/transformer') as {
        createTransformer: typeof createTransformer;
      };
      const instance = fresh.createTransformer();
      expect(instance.getCacheKey('let a = 1', join(folder, 'a.ts'), request())).toMatch(/^[0-9a-f]{40}$/);
      expect(() => instance.process('let a = 1', join(folder, 'a.ts'), request())).toThrow('TypeScript was loaded');
      jest.dontMock('typescript');
    });
  });
});

test('a TypeScript 7 that ts-jest would load is named, with the way out', () => {
  jest.isolateModules(() => {
    jest.doMock('../../../../src/jest/package-version', () => ({ packageVersion: () => '7.0.2' }));
    const fresh = require('../../../../src/jest/files/transformer') as { createTransformer: typeof createTransformer };
    expect(() => fresh.createTransformer().process('let a = 1', join(folder, 'a.ts'), request())).toThrow(
      expect.objectContaining({
        code: 'INVALID_CONFIGURATION',
        what: 'TypeScript 7.0.2 has no compiler API for ts-jest.',
        fix: expect.stringContaining('remove ts-jest'),
      }),
    );
    jest.dontMock('../../../../src/jest/package-version');
  });
});

test('options are refused: there are none', () => {
  expect(() => createTransformer({ tsconfig: 'tsconfig.test.json' })).toThrow(
    expect.objectContaining({ code: 'INVALID_CONFIGURATION', why: 'it received tsconfig.' }),
  );
});

describe('compiled code', () => {
  const held = module as unknown as { enableCompileCache?: (directory: string) => void };
  const before = held.enableCompileCache;
  afterAll(() => {
    if (before) held.enableCompileCache = before;
    else delete held.enableCompileCache;
  });

  test("is kept in Jest's cache, where Node can", () => {
    const enable = jest.fn<(directory: string) => void>();
    held.enableCompileCache = enable;
    transform('let a = 1', { config: { rootDir: folder, cacheDirectory: join(folder, 'cache') } });
    expect(enable).toHaveBeenCalledWith(join(folder, 'cache', 'compiled-code'));
  });

  test('is not kept where Node cannot', () => {
    delete held.enableCompileCache;
    expect(transform('let a: 1 = 1', { config: { rootDir: folder, cacheDirectory: folder } })).toContain('let a = 1');
  });
});
