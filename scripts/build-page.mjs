// Builds the page of a report, without data: dist/page.html. Its script and its style are in it, and its policy names their
// hashes, so a browser runs nothing else.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');

/**
 * What replaces modules that need Node or that the page must not have: it only gets what was redacted, and it neither compares
 * values nor prints any that aren't JSON.
 */
const REPLACED = {
  'node:http': `export const STATUS_CODES = ${JSON.stringify(STATUS_CODES)};`,
  '@jest/expect-utils': 'export const equals = undefined, iterableEquality = undefined;',
  'jest-matcher-utils': '',
  'pretty-format': '',
  'redaction/process-redactor': `
    const same = (value) => value;
    export { same as redactText, same as redactValue, same as withoutSecrets };
    export const redactedStart = (text, length) => text.slice(0, length);`,
};

/** The page without data; `src/run-report/page/page-html.ts` fills it. */
export async function pageTemplate() {
  const [script, style] = [await bundle('src/page/main.tsx'), await bundle('src/page/page.css')];
  const parts = {
    scriptHash: hash(script),
    styleHash: hash(style),
    script: `<script>${script}</script>`,
    style: `<style>${style}</style>`,
    licence: `<!--\nThis page contains Preact.\n\n${read('node_modules/preact/LICENSE').trim()}\n-->`,
  };
  const template = read('src/page/template.html');
  const missing = Object.keys(parts).find((name) => !template.includes(`{${name}}`));
  if (missing) throw new Error(`src/page/template.html has no {${missing}}.`);
  return template.replace(/<!--\{(\w+)\}-->|\{(\w+)\}/g, (_all, element, attribute) => parts[element ?? attribute]);
}

async function bundle(file) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    // Modules of the package that need Node are not in the output: nothing here calls them, which is checked below.
    external: ['node:*'],
    plugins: [replacing()],
    target: 'es2023',
    // Its licence is in the template.
    legalComments: 'none',
    tsconfig: 'src/page/tsconfig.json',
    write: false,
    logLevel: 'warning',
  });
  const text = outputFiles[0].text.trim();
  if (text.includes('node:')) throw new Error(`${file} calls a module that needs Node.`);
  if (/<\/(?:script|style)|<!--/i.test(text)) throw new Error(`${file} has characters that end its element.`);
  return text;
}

function replacing() {
  const names = Object.keys(REPLACED);
  return {
    name: 'replacing',
    setup(builder) {
      builder.onResolve({ filter: /./ }, ({ path }) => {
        const name = names.find((each) => path === each || path.endsWith(`/${each}`));
        return name === undefined ? undefined : { path: name, namespace: 'replaced', sideEffects: false };
      });
      builder.onLoad({ filter: /./, namespace: 'replaced' }, ({ path }) => ({ contents: REPLACED[path] }));
    },
  };
}

function hash(text) {
  return createHash('sha256').update(text).digest('base64');
}
