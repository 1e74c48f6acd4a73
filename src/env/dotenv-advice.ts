import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { nearestName } from '../validation/problems';
import { DOTENV_FILES, namesInDotenv } from './dotenv';

/** Files that projects often have instead: a template that was not copied, or a misnamed file. */
const STAND_INS = /^(?:\.env\.(?:example|sample|template|dist|txt)|env|dotenv|env\.txt)$/;
const MOST_FOLDERS = 200;
const LEVELS_DOWN = 2;
const LEVELS_UP = 4;

/**
 * Reports which environment files were read that do not set `names`, what was found nearby, and what to do. It searches
 * folders, so call it only for a failure.
 */
export function dotenvAdvice(folder: string, names: readonly string[] = []): string {
  const there = DOTENV_FILES.filter((name) => existsSync(join(folder, name)));
  if (there.length > 0) return `${there.join(' and ')} in ${folder} ${setsNone(folder, names)}`;
  const none = `There is no .env in ${folder}.`;
  const found = nearbyFile(folder);
  if (found === undefined) return `${none} Create it there, or set the variables in the shell.`;
  const isStandIn = STAND_INS.test(basename(found));
  return `${none} Found nearby: ${found}. ${isStandIn ? 'Copy' : 'Move'} it to ${join(folder, '.env')}.`;
}

function setsNone(folder: string, names: readonly string[]): string {
  const which = names.length === 0 ? 'the missing variables' : names.join(', ');
  const known = namesInDotenv(folder);
  const near = names.flatMap((name) => {
    const meant = known.includes(name) ? undefined : nearestName(name, known);
    return meant === undefined ? [] : [`${meant} instead of ${name}`];
  });
  const setEmpty = names.filter((name) => known.includes(name));
  const verb = DOTENV_FILES.filter((name) => existsSync(join(folder, name))).length > 1 ? 'do not' : 'does not';
  if (setEmpty.length > 0) return `${verb} give a value to ${which}.`;
  const typo = near.length === 0 ? '' : ` Is it a typo? Found ${near.join(', ')}.`;
  return `${verb} set ${which}.${typo}`;
}

/** The first such file in the parent folders, up to the repository's root, then in the subfolders. */
function nearbyFile(folder: string): string | undefined {
  const places = [folder, ...foldersAbove(folder), ...foldersBelow(folder)];
  return (
    firstOf(places.slice(1), (name) => DOTENV_FILES.includes(name)) ?? firstOf(places, (name) => STAND_INS.test(name))
  );
}

function firstOf(folders: readonly string[], isMeant: (name: string) => boolean): string | undefined {
  for (const folder of folders) {
    const name = entriesOf(folder).find((entry) => entry.isFile() && isMeant(entry.name))?.name;
    if (name !== undefined) return join(folder, name);
  }
  return undefined;
}

function foldersAbove(start: string): string[] {
  const folders: string[] = [];
  for (let folder = start; folders.length < LEVELS_UP;) {
    const above = dirname(folder);
    if (existsSync(join(folder, '.git')) || above === folder || above === dirname(homedir())) break;
    folders.push((folder = above));
  }
  return folders;
}

function foldersBelow(start: string): string[] {
  const found: string[] = [];
  let level = [start];
  for (let depth = 0; depth < LEVELS_DOWN; depth += 1) {
    level = level.flatMap((folder) =>
      entriesOf(folder)
        .filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
        .map(({ name }) => join(folder, name)),
    );
    found.push(...level);
    if (found.length >= MOST_FOLDERS) break;
  }
  return found.slice(0, MOST_FOLDERS);
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that can't be read has nothing to show.
    return [];
  }
}
