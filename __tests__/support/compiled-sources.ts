import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { transformSync } from '@swc/core';

const root = join(__dirname, '../..');

/**
 * The sources as plain JavaScript, for tests that need a process of their own: the guardian, or a stand-in for Jest that
 * can be killed. Compiled from what is there now, so that no test depends on a build; inside the project, so that
 * packages are found.
 */
export class CompiledSources {
  readonly folder: string;

  constructor() {
    mkdirSync(join(root, '.cache'), { recursive: true });
    this.folder = mkdtempSync(join(root, '.cache/compiled-'));
    for (const path of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
      if (path.endsWith('.ts')) this.#compile(join(root, 'src', path));
    }
  }

  /** A compiled file, by the path of its source from the project's root, without its extension. */
  file(path: string): string {
    return join(this.folder, `${path}.js`);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  #compile(path: string): void {
    const target = join(this.folder, relative(root, path)).replace(/\.ts$/, '.js');
    const { code } = transformSync(readFileSync(path, 'utf8'), {
      filename: path,
      swcrc: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs', ignoreDynamic: true },
    });
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, code);
  }
}
