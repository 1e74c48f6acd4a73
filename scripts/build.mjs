// npm run build: bundles the sources into dist, after tsc has written the types.
//
// Jest loads and compiles a package's files again for each test file, so few and small files start fast. Code that every
// test file needs is in chunk-core.js; the other chunks are loaded when a function that needs them calls `require`. A module
// with state is only in one file, because two copies would mean two redactors, two caches and two error classes.
//
// esbuild only splits ES modules, and only at `import()`, which is asynchronous; Rollup and Rolldown load all chunks of
// an entry at once. So each chunk is built separately here, and a plugin resolves imports from one chunk to another.
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { build } from 'esbuild';
import { pageTemplate } from './build-page.mjs';
import { BUILD_MARK, CHUNKS, ENTRIES, PAGE, PROGRAMS, STANDALONE } from './published-files.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Half of a chunk's cost is parsing. Names are kept and lines stay short, so that stack traces remain readable.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 120,
  logLevel: 'warning',
};

/**
 * The first line of each file and chunk. A test file is in a context of its own, where Node looks up each global by a
 * callback: 190 ns instead of 2. What fake timers replace isn't among them.
 */
const INTRINSICS = `"use strict";const {${[
  'Array,ArrayBuffer,BigInt,Boolean,Buffer,Error,JSON,Map,Math,Number,Object,Promise,Reflect,RegExp,Set,String,Symbol',
  'TypeError,URL,URLSearchParams,Uint8Array,WeakMap,WeakSet,decodeURIComponent,encodeURIComponent',
]}}=globalThis;`;

/**
 * The last line of each chunk: exports become plain values. Each use in another file would call two getters, and no export
 * changes after it was made.
 */
const PLAIN_EXPORTS =
  'module.exports=Object.fromEntries(Object.entries(module.exports).map(([id,all])=>[id,{...all}]));\n';

const fileOf = new Map(
  Object.entries({ ...ENTRIES, ...STANDALONE, ...PROGRAMS }).map(([file, module]) => [module, file]),
);
const graph = await readGraph();
const chunkOf = assignChunks();

for (const [file, module] of Object.entries(ENTRIES)) await bundle(file, { entryPoints: [`${module}.ts`] });
for (const [chunk, contents] of chunkContents()) {
  await bundle(`chunk-${chunk}`, { stdin: { contents, resolveDir: root, loader: 'ts' } });
  appendFileSync(join(dist, `chunk-${chunk}.js`), PLAIN_EXPORTS);
}
for (const [file, module] of Object.entries(STANDALONE)) refuseState(file, await bundleWhole(file, module));
for (const [file, module] of Object.entries(PROGRAMS)) await bundleWhole(file, module);
for (const file of ['index', 'matchers']) listNames(file);
writeFileSync(join(dist, PAGE), await pageTemplate());
mkdirSync(dirname(join(root, BUILD_MARK)), { recursive: true });
writeFileSync(join(root, BUILD_MARK), '');

/** Every module that an entry reaches, with the modules that it imports and the modules that it loads with `require`. */
async function readGraph() {
  const entryPoints = Object.values(ENTRIES).map((module) => `${module}.ts`);
  const plugins = [publishedPaths()];
  const { metafile } = await build({ ...OPTIONS, entryPoints, plugins, write: false, metafile: true, outdir: dist });
  const named = (imports, kind) =>
    imports.filter((one) => !one.external && one.kind === kind).map(({ path }) => withoutEnding(path));
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      withoutEnding(file),
      { imported: named(imports, 'import-statement'), required: named(imports, 'require-call') },
    ]),
  );
}

function assignChunks() {
  const assigned = new Map();
  const assign = (module, chunk) => {
    if (assigned.has(module)) return;
    if (!fileOf.has(module)) assigned.set(module, chunk);
    for (const next of nodeOf(module).imported) assign(next, chunk);
  };
  const ofIndex = reach([ENTRIES.index], ['imported']);
  const ofOthers = reach(Object.values(CHUNKS).flat(), ['imported', 'required']);
  for (const module of ofIndex) if (ofOthers.has(module)) assign(module, 'core');
  for (const [chunk, roots] of Object.entries(CHUNKS)) for (const module of roots) assign(module, chunk);
  const missing = [...graph.keys()].filter((one) => ![assigned, fileOf, ofIndex].some((placed) => placed.has(one)));
  if (missing.length > 0) throw new Error(`In no chunk: ${missing.join(', ')}. Add its root to published-files.mjs.`);
  return assigned;
}

/** The modules that `roots` reach. */
function reach(roots, ways) {
  const reached = new Set(roots);
  // Iterating over a set includes elements that are added during the iteration.
  for (const module of reached) for (const way of ways) for (const next of nodeOf(module)[way]) reached.add(next);
  return reached;
}

function nodeOf(module) {
  const node = graph.get(module);
  if (node === undefined) throw new Error(`No module ${module}: correct the roots in published-files.mjs.`);
  return node;
}

/** The generated source of each chunk, which exports the modules that other files need. */
function chunkContents() {
  const contents = new Map(Object.keys(CHUNKS).map((chunk) => [chunk, '']));
  const asked = [...graph].flatMap(([from, { imported, required }]) =>
    [...imported, ...required].filter((module) => chunkOf.has(module) && chunkOf.get(module) !== chunkOf.get(from)),
  );
  for (const module of new Set(asked)) {
    const chunk = chunkOf.get(module);
    contents.set(chunk, `${contents.get(chunk)}export * as ${idOf(module)} from './${module}';\n`);
  }
  return contents;
}

async function bundle(file, input) {
  const plugins = [publishedPaths(file), otherChunks(file)];
  await build({ ...OPTIONS, ...input, plugins, banner: { js: INTRINSICS }, outfile: join(dist, `${file}.js`) });
}

async function bundleWhole(file, module) {
  const input = { entryPoints: [`${module}.ts`], plugins: [publishedPaths(file)] };
  const { metafile } = await build({ ...OPTIONS, ...input, metafile: true, outfile: join(dist, `${file}.js`) });
  return Object.keys(metafile.inputs);
}

/** Makes imports and `require.resolve` of a published file refer to its path in dist. */
function publishedPaths(file) {
  return {
    name: 'published-paths',
    setup(builder) {
      builder.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind }) => {
        const published = kind === 'entry-point' ? undefined : fileOf.get(moduleAt(resolveDir, path));
        if (published === undefined || (file === undefined && kind !== 'require-resolve')) return undefined;
        return { path: `./${published}.js`, external: true };
      });
    },
  };
}

/** Makes imports and `require` calls of a module in another chunk load that chunk. */
function otherChunks(file) {
  return {
    name: 'other-chunks',
    setup(builder) {
      builder.onResolve({ filter: /^\./ }, ({ path, resolveDir, kind, namespace }) => {
        if (namespace === 'other-chunk') return { path, external: true };
        const module = kind === 'entry-point' ? undefined : moduleAt(resolveDir, path);
        const isElsewhere = chunkOf.has(module) && `chunk-${chunkOf.get(module)}` !== file;
        return isElsewhere ? { path: module, namespace: 'other-chunk' } : undefined;
      });
      // After a test file has ended, Jest's `require` gives `undefined`.
      builder.onLoad({ filter: /.*/, namespace: 'other-chunk' }, ({ path }) => ({
        contents: `module.exports = require('./chunk-${chunkOf.get(path)}.js')?.${idOf(path)};`,
        resolveDir: dist,
      }));
    },
  };
}

/** Only a module without state may be in both a standalone file and a chunk. */
function refuseState(file, modules) {
  const found = modules.find((path) => /process-redactor|src\/errors/.test(path));
  if (found)
    throw new Error(`dist/${file}.js would have a copy of ${found}: load it with require() when it is needed.`);
}

/**
 * Node reads the names of a CommonJS file's exports from its source and can't follow a chunk. The exports become plain
 * values, because a suite reads them often, and each would call a getter of this file and another one of the chunk. What
 * isn't enumerable stays as it is: the Python spellings of names, whose getters throw.
 */
function listNames(file) {
  const path = join(dist, `${file}.js`);
  const names = Object.keys(createRequire(import.meta.url)(path));
  const plain = `module.exports = Object.defineProperties({ ...module.exports }, Object.fromEntries(
  Object.entries(Object.getOwnPropertyDescriptors(module.exports)).filter(([, { enumerable }]) => !enumerable)));`;
  appendFileSync(path, `${plain}\n0 && (module.exports = { ${names.join(', ')} });\n`);
}

function moduleAt(folder, path) {
  const module = relative(root, resolve(folder, path)).replaceAll('\\', '/');
  return existsSync(join(root, `${module}.ts`)) ? module : `${module}/index`;
}

function withoutEnding(path) {
  return path.replace(/\.ts$/, '');
}

function idOf(module) {
  return module.replace(/\W/g, '_');
}
