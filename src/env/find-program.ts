import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** Programs that services run, each with the variable for its path and its install location in the home folder. */
const PROGRAMS = {
  temporal: { variable: 'CONNECTOR_TEMPORAL_PATH', atHome: '.temporalio/bin/temporal' },
  daprd: { variable: 'CONNECTOR_DAPRD_PATH', atHome: '.dapr/bin/daprd' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** A program, and the variable that named it. */
export interface FoundProgram {
  /** Its path, or just its name if it was not found. */
  readonly file: string;
  /** The variable that named it. */
  readonly variable?: string;
}

/** Finds a program: in its variable, in the PATH, and at its install location. */
export function findProgram(
  name: keyof typeof PROGRAMS,
  environment: Environment = process.env,
  home = homedir(),
): FoundProgram {
  const { variable, atHome } = PROGRAMS[name];
  const named = environment[variable];
  if (named) return { file: named, variable };
  return { file: programIn(environment['PATH'], name) ?? [join(home, atHome)].find(isProgram) ?? name };
}

/** Whether a command is in the PATH. */
export function isInPath(name: string, environment: Environment = process.env): boolean {
  return programIn(environment['PATH'], name) !== undefined;
}

/** Skips empty and relative entries: they depend on the working directory, and the service has a different one. */
function programIn(path = '', name: string): string | undefined {
  const folders = path.split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

/** Whether there is a file at the path, also behind a symbolic link. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** Whether a file exists and can be executed. */
export function isProgram(file: string): boolean {
  if (!isFile(file)) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
