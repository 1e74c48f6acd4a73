import { ConnectorTestError } from '../errors';
import { BAR } from '../redaction/text/break-commands';
import type { ProcessEnd } from './process/guardian-messages';
import { commandText, type ServiceSpec } from './service';
import { portOf } from './start/port-of';

const NOT_FOUND_BY_SHELL = 127;

/** What is known of a start that failed. */
export interface FailedStart {
  readonly spec: ServiceSpec;
  readonly afterMs: number;
  /** The log's last lines. */
  readonly tail: string;
  /** Where the whole log is. */
  readonly log: string;
}

/** The process ended, or never began, before it was ready. */
export function endedEarlyError(end: ProcessEnd, start: FailedStart): ConnectorTestError {
  if (end.kind === 'failed') return notStartedError(end, start.spec);
  const { spec, afterMs, tail, log } = start;
  if (end.code === NOT_FOUND_BY_SHELL && typeof spec.command === 'string') return notFoundByShellError(start);
  return new ConnectorTestError('SERVICE_EXITED', {
    what: `The ${spec.title} ${endText(end)} before it was ready.`,
    why: `its command, ${commandText(spec)}, ran for ${milliseconds(afterMs)} in ${spec.cwd}.\n${lastLines(tail)}\nThe whole log: ${log}`,
    fix: /EADDRINUSE|address (is )?already in use/i.test(tail)
      ? `a port that it wants is taken: stop what listens there, or give the ${spec.title} another port.`
      : `${runItYourself(spec)}; ${expectation(spec)}.`,
  });
}

/** How a process ended, to follow its name. */
export function endText(end: ProcessEnd): string {
  if (end.kind === 'failed') return `could not be started (${end.message})`;
  return end.signal === null ? `exited with code ${String(end.code)}` : `was ended by ${end.signal}`;
}

/** The log's last lines with a heading, for an error or a notice. */
export function lastLines(tail: string): string {
  if (tail === '') return 'It wrote nothing.';
  return `The last that it wrote:\n${tail.replace(/^/gm, `  ${BAR} `)}`;
}

/** The time was up. */
export function notReadyError(probed: string, { spec, tail, log }: FailedStart): ConnectorTestError {
  return new ConnectorTestError('SERVICE_NOT_READY', {
    what: `The ${spec.title} was not ready within ${milliseconds(spec.timeout)}: ${probed}.`,
    why: `its command, ${commandText(spec)}, ran all the time, and was stopped now.\n${lastLines(tail)}\nThe whole log: ${log}`,
    fix: `${readinessFix(spec)}, or allow it more time (${spec.option}.timeout).`,
  });
}

/** Somebody listens where the service should. */
export function portInUseError(spec: ServiceSpec, url: string, why: string, isOurs = false): ConnectorTestError {
  const reuse = isOurs ? '' : ` ${spec.option}.reuseExisting: true uses a healthy server that is there.`;
  return new ConnectorTestError('PORT_IN_USE', {
    what: `The ${spec.title} was not started, because something listens at ${url} already.`,
    why,
    fix:
      `stop it (lsof -i :${portOf(url)} names it), ` +
      `or let the ${spec.title} have a port of its own for each run: ${spec.option}.port: 'auto', and \${port} in its command or environment.${reuse}`,
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
    fix: `start it yourself, remove ${spec.option}, and set globals.connector.serverHost to where it listens; or run Jest in WSL.`,
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

function notStartedFix(file: string, code: string, { option, cwd, folder, installHint }: ServiceSpec): string {
  if (/\s/.test(file) && code === 'ENOENT') {
    const words = file.trim().split(/\s+/);
    return `a list is run without a shell: write ${option}.command as ['${words.join("', '")}'], or as the text '${file}'.`;
  }
  if (code === 'EACCES') return `make it executable (chmod +x), or name its interpreter first in ${option}.command.`;
  return `${installHint ?? 'install it'}, or correct ${option}.command; a relative path starts from ${cwd === folder ? 'its temporary folder (${folder}), so write an absolute one' : cwd}.`;
}

function notFoundByShellError({ spec, tail }: FailedStart): ConnectorTestError {
  return new ConnectorTestError('COMMAND_NOT_FOUND', {
    what: `The shell did not find the command of the ${spec.title}: ${commandText(spec)}`,
    why: `it exited with code ${NOT_FOUND_BY_SHELL}.\n${lastLines(tail)}`,
    fix: `${spec.installHint ?? 'install what is missing'}, or correct ${spec.option}.command; it runs in ${spec.cwd}.`,
  });
}

function milliseconds(count: number): string {
  return `${Math.round(count).toLocaleString('en')} ms`;
}

/** What can be done when it has failed: a temporary folder is gone by then. */
function runItYourself({ folder, cwd, command, env, option }: ServiceSpec): string {
  const usesFolder = folder !== undefined && JSON.stringify([cwd, command, env]).includes(folder);
  if (!usesFolder) return 'run the command yourself in that folder';
  return `its temporary folder is removed by now: write a folder of your own in place of \${folder} (${option}), and run the command there yourself`;
}

/** What a command has to do. */
function expectation({ ready, listens }: ServiceSpec): string {
  if (ready.kind === 'exit') return 'it has to end with 0';
  return listens.length === 0 ? 'it has to stay up' : `it has to stay up, and listen at ${listens.join(', ')}`;
}

function readinessFix({ ready, option, listens }: ServiceSpec): string {
  switch (ready.kind) {
    case 'url':
      return `see that it listens at ${listens[0] ?? 'its port'} and answers GET ${ready.url} with 2xx (${option}.ready, or healthPath)`;
    case 'port':
      return `see that it listens at ${ready.host}:${ready.port} (${option}.port)`;
    case 'log':
      return `see that it writes such a line (${option}.ready.log)`;
    case 'command':
      return `start it yourself, and run that command beside it (${option}.ready.command)`;
    case 'exit':
      return `see why it does not end, or give it another ${option}.ready if it is to stay up`;
  }
}

/** Another service could not start. */
export function givenUpError(spec: ServiceSpec): ConnectorTestError {
  return new ConnectorTestError('SERVICE_NOT_READY', { what: `The start of the ${spec.title} was given up.` });
}
