import { ConnectorTestError } from '../errors';
import type { ProcessEnd } from './guardian-messages';
import { commandText, type ServiceSpec } from './service';

const NOT_FOUND_BY_SHELL = 127;

/** What is known of a start that failed. */
export interface FailedStart {
  readonly spec: ServiceSpec;
  readonly afterMs: number;
  /** The log's last lines. */
  readonly tail: string;
}

/** The process ended, or never began, before it was ready. */
export function endedEarlyError(end: ProcessEnd, start: FailedStart): ConnectorTestError {
  if (end.kind === 'failed') return notStartedError(end, start.spec);
  const { spec, afterMs, tail } = start;
  if (end.code === NOT_FOUND_BY_SHELL && typeof spec.command === 'string') return notFoundByShellError(start);
  return new ConnectorTestError('APP_EXITED', {
    what: `The ${spec.title} ${endText(end)} before it was ready.`,
    why: `its command, ${commandText(spec)}, ran for ${milliseconds(afterMs)} in ${spec.cwd}.\n${lastLines(tail)}`,
    fix: /EADDRINUSE|address (is )?already in use/i.test(tail)
      ? `a port that it wants is taken: stop what listens there, or give the ${spec.title} another port.`
      : `run the command yourself in that folder; it has to stay up, and listen at ${spec.url}.`,
  });
}

/** How a process ended, to follow its name. */
export function endText(end: ProcessEnd): string {
  if (end.kind === 'failed') return `could not be started (${end.message})`;
  return end.signal === null ? `exited with code ${end.code}` : `was ended by ${end.signal}`;
}

/** The log's last lines with a heading, for an error or a notice. */
export function lastLines(tail: string): string {
  if (tail === '') return 'It wrote nothing.';
  return `The last that it wrote:\n${tail.replace(/^/gm, '  | ')}`;
}

/** The time was up. */
export function notReadyError(sight: string, { spec, tail }: FailedStart): ConnectorTestError {
  return new ConnectorTestError('APP_NOT_READY', {
    what: `The ${spec.title} was not ready within ${milliseconds(spec.timeout)}: ${sight}.`,
    why: `its command, ${commandText(spec)}, ran all the time, and was stopped now.\n${lastLines(tail)}`,
    fix:
      `see that it listens at ${spec.url} (${spec.option}.url) and answers ${spec.healthPath} with 2xx ` +
      `(${spec.option}.healthPath), or allow it more time (${spec.option}.timeout).`,
  });
}

/** Somebody listens where the service should. */
export function portInUseError(spec: ServiceSpec, why: string): ConnectorTestError {
  const { port, protocol } = new URL(spec.url);
  return new ConnectorTestError('PORT_IN_USE', {
    what: `The ${spec.title} was not started, because something listens at ${spec.url} already.`,
    why,
    fix:
      `stop it (lsof -i :${port || (protocol === 'https:' ? 443 : 80)} names it), ` +
      `or let the ${spec.title} listen elsewhere and set ${spec.option}.url; ` +
      `${spec.option}.reuseExisting: true uses a healthy server that is there.`,
  });
}

/** The folder is not there; spawning would call the command missing. */
export function folderMissingError(spec: ServiceSpec): ConnectorTestError {
  return new ConnectorTestError('INVALID_CONFIGURATION', {
    what: `The folder in which the ${spec.title} should run does not exist: ${spec.cwd}`,
    fix: `correct ${spec.option}.cwd; a relative one starts from Jest's rootDir.`,
  });
}

/** Process groups, by which everything is stopped, are not there on Windows. */
export function platformError(spec: ServiceSpec): ConnectorTestError {
  return new ConnectorTestError('PLATFORM_NOT_SUPPORTED', {
    what: `The ${spec.title} cannot be started on Windows: ${spec.option} needs process groups.`,
    fix: `start it yourself, remove ${spec.option}, and set globals.connector.serverHost to ${spec.url}; or run Jest in WSL.`,
  });
}

function notStartedError({ code, message }: { code: string; message: string }, spec: ServiceSpec): ConnectorTestError {
  const file = typeof spec.command === 'string' ? 'the shell' : (spec.command[0] ?? '');
  const reason =
    code === 'ENOENT'
      ? 'there is no such program in the PATH, or no such file (or its #! interpreter is missing).'
      : code === 'EACCES'
        ? 'the file is not executable (EACCES).'
        : message;
  return new ConnectorTestError('COMMAND_NOT_FOUND', {
    what: `The command of the ${spec.title} could not be started: ${file}`,
    why: reason,
    fix: notStartedFix(file, code, spec),
  });
}

function notStartedFix(file: string, code: string, { option, cwd }: ServiceSpec): string {
  if (/\s/.test(file) && code === 'ENOENT') {
    const words = file.trim().split(/\s+/);
    return `a list is run without a shell: write ${option}.command as ['${words.join("', '")}'], or as the text '${file}'.`;
  }
  if (code === 'EACCES') return `make it executable (chmod +x), or name its interpreter first in ${option}.command.`;
  return `install it, or correct ${option}.command; a relative path starts from ${cwd}.`;
}

function notFoundByShellError({ spec, tail }: FailedStart): ConnectorTestError {
  return new ConnectorTestError('COMMAND_NOT_FOUND', {
    what: `The shell did not find the command of the ${spec.title}: ${commandText(spec)}`,
    why: `it exited with code ${NOT_FOUND_BY_SHELL}.\n${lastLines(tail)}`,
    fix: `install what is missing, or correct ${spec.option}.command; it runs in ${spec.cwd}.`,
  });
}

function milliseconds(count: number): string {
  return `${Math.round(count).toLocaleString('en')} ms`;
}
