import { createRequire } from 'node:module';
import { isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from 'jest';
import { ConnectorTestError } from '../../errors';

/** In Jest's order. The last one is for packages whose `exports` list the preset without its extension. */
const EXTENSIONS = ['.json', '.js', '.cjs', '.mjs', ''];

/** The preset that a config names. Empty if it names none, or ours; `undefined` if the preset must be imported. */
export function requirePreset(config: Config): Config | undefined {
  const path = presetPath(config);
  if (path === undefined) return {};
  if (path.endsWith('.mjs')) return undefined;
  try {
    const loaded = require(path) as (Config & { default?: Config; __esModule?: boolean }) | Promise<Config>;
    if ('then' in loaded) return undefined;
    return loaded.__esModule && loaded.default ? loaded.default : loaded;
  } catch (error) {
    if (isOnlyImportable(error)) return undefined;
    throw error;
  }
}

/** Does the same for any preset, including an ES module or a promise. */
export async function importPreset(config: Config): Promise<Config> {
  const required = requirePreset(config);
  if (required !== undefined) return required;
  const loaded = (await import(pathToFileURL(presetPath(config) ?? '').href)) as { default: Config | Promise<Config> };
  return loaded.default;
}

function isOnlyImportable(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_REQUIRE_ESM' || code === 'ERR_REQUIRE_ASYNC_MODULE';
}

/** Finds a preset as Jest does: a path relative to `rootDir`, or a package that has a jest-preset file. */
function presetPath({ preset, rootDir }: Config): string | undefined {
  if (!preset || preset === 'jest-connector') return undefined;
  const root = resolve(rootDir ?? '.');
  const inRoot = preset.replace(/^<rootDir>/, root);
  const isPath = inRoot.startsWith('.') || isAbsolute(inRoot);
  const { resolve: find } = createRequire(join(root, 'package.json'));
  for (const extension of EXTENSIONS) {
    try {
      return find(`${isPath ? inRoot : `${inRoot}/jest-preset`}${extension}`);
    } catch {
      continue; // Not with this extension.
    }
  }
  throw new ConnectorTestError('INVALID_CONFIGURATION', {
    what: `withConnector() can't find the preset ${preset}.`,
    why: `it was searched for from ${root}${isPath ? '' : `, as ${inRoot}/jest-preset`}.`,
    fix: 'install the preset; if it is installed, set `rootDir: __dirname` in the Jest config.',
  });
}
