import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readManifest } from './installed-package';

/** The package managers whose commands can be printed. */
export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun';

const LOCK_FILES: readonly (readonly [file: string, name: PackageManager])[] = [
  ['package-lock.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
];

interface Commands {
  readonly add: string;
  readonly install: string;
  /** Installs exactly what the lock file has. */
  readonly ci: string;
  /** Runs a program of a package. */
  readonly run: string;
}

/** The commands of each package manager. */
export const COMMANDS_OF: Readonly<Record<PackageManager, Commands>> = {
  npm: { add: 'npm install --save-dev', install: 'npm install', ci: 'npm ci', run: 'npx' },
  pnpm: { add: 'pnpm add --save-dev', install: 'pnpm install', ci: 'pnpm install --frozen-lockfile', run: 'pnpm exec' },
  yarn: { add: 'yarn add --dev', install: 'yarn install', ci: 'yarn install --immutable', run: 'yarn' },
  bun: { add: 'bun add --dev', install: 'bun install', ci: 'bun install --frozen-lockfile', run: 'bunx' },
};

/** By the field `packageManager`, then by the lock file, in the folder or above it; npm if there is neither. */
export function packageManagerOf(folder: string): PackageManager {
  for (let place = folder; ; place = dirname(place)) {
    const [named = ''] = String(readManifest(place)?.['packageManager'] ?? '').split('@');
    if (named in COMMANDS_OF) return named as PackageManager;
    const lock = LOCK_FILES.find(([file]) => existsSync(join(place, file)));
    if (lock !== undefined) return lock[1];
    if (place === dirname(place) || existsSync(join(place, '.git'))) return 'npm';
  }
}
