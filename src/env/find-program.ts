import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';

/** Programs that services run: the variable that says where each is, and where its installer puts it in the home folder. */
const PROGRAMS = {
  temporal: { variable: 'CONNECTOR_TEMPORAL_PATH', atHome: '.temporalio/bin/temporal' },
  daprd: { variable: 'CONNECTOR_DAPRD_PATH', atHome: '.dapr/bin/daprd' },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** A program, and what says that it is this one. */
export interface FoundProgram {
  /** Its path; its bare name when it was found nowhere. */
  readonly file: string;
  /** The variable that named it. */
  readonly variable?: string;
}

/** Looks for a program: in its variable, in the PATH, and where its installer puts it. */
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

/** An empty or relative entry means the folder of whoever looks: another one for the service. */
function programIn(path = '', name: string): string | undefined {
  const folders = path.split(delimiter).filter(isAbsolute);
  return folders.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(file: string): boolean {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
