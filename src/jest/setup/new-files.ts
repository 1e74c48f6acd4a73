import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { writtenPaths } from '../output/written-paths';

/** Files and folders that other tools than the app write. */
const OF_TOOLS = ['node_modules', 'coverage', '__pycache__', '.pytest_cache', 'junit.xml'];
const PROJECT_SIGNS = ['package.json', '.git', 'pyproject.toml'];
const MOST_NAMES = 5;

interface WatchedFolder {
  readonly title: string;
  readonly rootDir: string;
  readonly before: ReadonlySet<string>;
}

const watched = new Map<string, WatchedFolder>();

/** Records the content of the folder of a service that is about to start, if the folder belongs to the project. */
export function watchFolder(folder: string, rootDir: string, title: string): void {
  const isInside = folder === rootDir || folder.startsWith(rootDir + sep);
  if (!isInside || watched.has(folder) || !isProject(rootDir)) return;
  watched.set(folder, { title, rootDir, before: new Set(namesIn(folder)) });
}

/** Notices about each such folder that has new files that `.gitignore` doesn't list; to be called once. */
export function newFileNotices(): string[] {
  const folders = [...watched];
  watched.clear();
  return folders.flatMap(([folder, { title, rootDir, before }]) => {
    const ignored = ignoredBy(folder, rootDir);
    const ofOthers = new Set([...OF_TOOLS, ...ownNames(folder)]);
    const names = namesIn(folder).filter(
      (name) => !before.has(name) && !ofOthers.has(name.replace(/\/$/, '')) && !ignored(name),
    );
    if (names.length === 0) return [];
    const more = names.length > MOST_NAMES ? ', …' : '';
    return [
      `new in ${folder} since the ${title} started there: ${names.slice(0, MOST_NAMES).join(', ')}${more}.\n` +
        "  Fix: set cwd: '${folder}', a temporary folder, and use the program's absolute path;\n" +
        '       or add the names to .gitignore.',
    ];
  });
}

/** The names in a folder that are, or contain, what this package has written: a report, or a JUnit file. */
function ownNames(folder: string): string[] {
  return [...writtenPaths()].map((path) => relative(folder, path).split(sep)[0] ?? '');
}

/** Whether this is a real project, not a temporary folder that a test created. */
function isProject(rootDir: string): boolean {
  for (let place = rootDir; ; place = dirname(place)) {
    if (PROJECT_SIGNS.some((name) => existsSync(join(place, name)))) return true;
    if (place === dirname(place)) return false;
  }
}

/** The names of a folder's entries; names of subfolders end with a slash. */
function namesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)).sort();
  } catch {
    // Starting the service will report that the folder doesn't exist.
    return [];
  }
}

/** Whether a `.gitignore`, in the folder or any parent up to `rootDir`, lists a name; only names and `*` are supported. */
function ignoredBy(folder: string, rootDir: string): (name: string) => boolean {
  const patterns: RegExp[] = [];
  for (let place = folder; place.startsWith(rootDir); place = dirname(place)) {
    patterns.push(...linesOf(join(place, '.gitignore')).map(toPattern));
    if (place === dirname(place)) break;
  }
  return (name) => patterns.some((pattern) => pattern.test(name));
}

function linesOf(file: string): string[] {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/);
    return lines.map((line) => line.trim()).filter((line) => line !== '' && !/^[#!]/.test(line));
  } catch {
    // A missing file is fine.
    return [];
  }
}

/** `/local/`, `local`, `*.db`, `local/**` */
function toPattern(line: string): RegExp {
  const name = line.replace(/^(?:\*\*)?\//, '').replace(/\/(?:\*\*?)?$/, '');
  const escaped = name
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
  return new RegExp(`^${escaped}/?$`);
}
