import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..');

function buildInputs(): string[] {
  const program = "import('./scripts/published-files.mjs').then((it) => console.log(JSON.stringify(it.BUILD_INPUTS)))";
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { cwd: root, encoding: 'utf8' })) as string[];
}

test('every script that the build imports is one of its inputs', () => {
  const script = readFileSync(join(root, 'scripts/build.mjs'), 'utf8');
  const imported = [...script.matchAll(/^import .* from '\.\/(.+)'/gm)].map(([, name]) => `scripts/${name}`);

  expect(imported).toContain('scripts/published-files.mjs');
  expect(buildInputs()).toEqual(expect.arrayContaining(['scripts/build.mjs', ...imported]));
});

test('no input holds what npm installs, so installing does not start a build', () => {
  const folders = buildInputs().filter((path) => statSync(join(root, path)).isDirectory());
  const inside = folders.flatMap((path) => readdirSync(join(root, path), { recursive: true }).map(String));

  expect(inside.length).toBeGreaterThan(0);
  expect(inside.filter((path) => /(^|\/)(node_modules|package\.json)(\/|$)/.test(path))).toEqual([]);
});
