import { ConnectorTestError } from '../errors';
import { BAR } from '../redaction/text/break-commands';
import type { ProcessEnd } from './process/guardian-messages';
import { commandText, type ServiceSpec } from './service';
import { portOf } from './start/port-of';

const NOT_FOUND_BY_SHELL = 127;

/** The facts about a failed start. */
export interface FailedStart {
  readonly spec: ServiceSpec;
  readonly afterMs: number;
  /** The log's last lines. */
  readonly tail: string;
  /** The path of the full log. */
  readonly log: string;
}

/** The process ended, or did not start, before it was ready. */
export function endedEarlyError(end: ProcessEnd, start: FailedStart): ConnectorTestError {
  if (end.kind === 'failed') return notStartedError(end, start.spec);
  const { spec, afterMs, tail, log } = start;
  if (end.code === NOT_FOUND_BY_SHELL && typeof spec.command === 'string') return notFoundByShellError(start);
  return new ConnectorTestError('SERVICE_EXITED', {
    what: `The ${spec.title} ${endText(end)} before it was ready.`,
    why: `the command \`${commandText(spec)}\` ran for ${milliseconds(afterMs)} in ${spec.cwd}.\n${lastLines(tail)}\nFull log: ${log}`,
    fix: /EADDRINUSE|address (is )?already in use/i.test(tail)
      ? `stop the process that is using the port, or give the ${spec.title} another port.`
      : `${runItYourself(spec)}; ${expectation(spec)}.`,
  });
}

/** How a process ended; completes a sentence that starts with its name. */
export function endText(end: ProcessEnd): string {
  if (end.kind === 'failed') return `could not be started (${end.message})`;
  return end.signal === null ? `exited with code ${String(end.code)}` : `was terminated by ${end.signal}`;
}

/** The last lines of the log with a heading, for an error or a notice. */
export function lastLines(tail: string): string {
  if (tail === '') return 'It wrote no output.';
  return `Last output:\n${tail.replace(/^/gm, `  ${BAR} `)}`;
}

/** The service did not become ready in time. */
export function notReadyError(probed: string, { spec, tail, log }: FailedStart): ConnectorTestError {
  return new ConnectorTestError('SERVICE_NOT_READY', {
    what: `The ${spec.title} was not ready within ${milliseconds(spec.timeout)}: ${probed}.`,
    why: `the command \`${commandText(spec)}\` kept running but never became ready; it has been stopped.\n${lastLines(tail)}\nFull log: ${log}`,
    fix: `${readinessFix(spec)}, or raise ${spec.option}.timeout.`,
  });
}

/** Another process is listening on the service's port. */
export function portInUseError(spec: ServiceSpec, url: string, why: string, isOurs = false): ConnectorTestError {
  const reuse = isOurs ? '' : `\nTo use the running server if it is healthy,\nset ${spec.option}.reuseExisting: true.`;
  return new ConnectorTestError('PORT_IN_USE', {
    what: `The ${spec.title} was not started: ${url} is already in use.`,
    why,
    fix:
      `stop the process (find it with \`lsof -i :${portOf(url)}\`),\n` +
      `or set ${spec.option}.port: 'auto'\nand use \${port} in its command or environment.${reuse}`,
  });
}

/** Other processes took each port that was picked for the service. */
export function portsLostError(spec: ServiceSpec, tries: number): ConnectorTestError {
  return new ConnectorTestError('PORT_IN_USE', {
    what: `The ${spec.title} was not started: ${tries} picked ports in a row were taken.`,
    why: 'other programs began to listen there before the service did.',
    fix: `run it again, or set ${spec.option}.port to a port that no other program uses.`,
  });
}

/** The folder does not exist; without this check, spawning would report the command as missing. */
export function folderMissingError(spec: ServiceSpec): ConnectorTestError {
  return new ConnectorTestError('INVALID_CONFIGURATION', {
    what: `The working directory of the ${spec.title} does not exist: ${spec.cwd}`,
    fix: `correct ${spec.option}.cwd; a relative path is resolved against Jest's rootDir.`,
  });
}

/** Windows has no process groups, which are needed to stop services. */
export function platformError(spec: ServiceSpec): ConnectorTestError {
  return new ConnectorTestError('PLATFORM_NOT_SUPPORTED', {
    what: `The ${spec.title} cannot be started on Windows.`,
    why: `${spec.option} needs process groups.`,
    fix: `start it yourself, remove ${spec.option} and set globals.connector.serverHost to its URL; or run Jest in WSL.`,
  });
}

function notStartedError({ code, message }: { code: string; message: string }, spec: ServiceSpec): ConnectorTestError {
  const file = typeof spec.command === 'string' ? 'the shell' : (spec.command[0] ?? '');
  const reason =
    code === 'ENOENT'
      ? 'the program is not in the PATH, or the file (or its #! interpreter) does not exist.'
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
    return `write ${option}.command as ['${words.join("', '")}'], or as the string '${file}'; a list runs without a shell.`;
  }
  if (code === 'EACCES') return `make it executable (chmod +x), or name its interpreter first in ${option}.command.`;
  const base = cwd === folder ? 'its temporary folder (${folder}), so use an absolute one' : cwd;
  return `${installHint ?? 'install it'}, or correct ${option}.command;\na relative path is resolved against ${base}.`;
}

function notFoundByShellError({ spec, tail }: FailedStart): ConnectorTestError {
  return new ConnectorTestError('COMMAND_NOT_FOUND', {
    what: `The shell could not find the command of the ${spec.title}: ${commandText(spec)}`,
    why: `it exited with code ${NOT_FOUND_BY_SHELL}.\n${lastLines(tail)}`,
    fix: `${spec.installHint ?? 'install what is missing'}, or correct ${spec.option}.command; it runs in ${spec.cwd}.`,
  });
}

function milliseconds(count: number): string {
  return `${Math.round(count).toLocaleString('en')} ms`;
}

/** How to reproduce the failure; the temporary folder is gone by then. */
function runItYourself({ folder, cwd, command, env, option }: ServiceSpec): string {
  const usesFolder = folder !== undefined && JSON.stringify([cwd, command, env]).includes(folder);
  if (!usesFolder) return 'run the command yourself in that folder';
  return `replace \${folder} in ${option} with a folder of your own, because the temporary one is gone,\nand run the command there yourself`;
}

/** What the command must do. */
function expectation({ ready, listens }: ServiceSpec): string {
  if (ready.kind === 'exit') return 'it must exit with code 0';
  return listens.length === 0 ? 'it must keep running' : `it must keep running and listen at ${listens.join(', ')}`;
}

function readinessFix({ ready, option, listens }: ServiceSpec): string {
  switch (ready.kind) {
    case 'url':
      return `make sure that it listens at ${listens[0] ?? 'its port'}\nand returns 2xx for GET ${ready.url} (${option}.ready, or healthPath)`;
    case 'port':
      return `make sure that it listens on ${ready.host}:${ready.port} (${option}.port)`;
    case 'log':
      return `make sure that it prints a matching line (${option}.ready.log)`;
    case 'command':
      return `start it yourself and run that command while it is up (${option}.ready.command)`;
    case 'exit':
      return `find out why it does not exit, or change ${option}.ready if it should keep running`;
  }
}

/** The start was cancelled because another service failed to start. */
export function givenUpError(spec: ServiceSpec): ConnectorTestError {
  return new ConnectorTestError('SERVICE_NOT_READY', { what: `The start of the ${spec.title} was cancelled.` });
}
