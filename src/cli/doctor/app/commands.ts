import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { ConnectorConfig } from '../../../config/options';
import type { AppConfig, ServiceConfig } from '../../../config/service-config';
import { currentEnvironment } from '../../../env/adopt-environment';
import { isInPath, isProgram } from '../../../env/find-program';
import { isRecord } from '../../../validation/shape';
import { readManifest } from '../../project/installed-package';
import { type Finding, ok, problem, warning } from '../finding';

/** A process that a run starts. */
interface Started {
  /** `app`, `service "database"`. */
  readonly title: string;
  readonly option: string;
  readonly config: AppConfig | ServiceConfig;
}

const SCRIPT = /\.(?:[cm]?[jt]s|py|sh)$/;
const PYTHON = /^python3?(?:\.\d+)?$/;
/** A command line that only a shell understands. */
const SHELL_SYNTAX = /[|&;<>()$`"'*?~=]/;

/** Whether the programs, files and folders of all commands exist. */
export function commandFindings({ app, services = {} }: ConnectorConfig, rootDir: string): Finding[] {
  const started: Started[] = Object.entries(services).map(([name, config]) => ({
    title: `service "${name}"`,
    option: `globals.connector.services.${name}`,
    config,
  }));
  if (app !== undefined) started.push({ title: 'app', option: 'globals.connector.app', config: app });
  return started.flatMap((one) => findingsOf(one, rootDir));
}

function findingsOf(one: Started, rootDir: string): Finding[] {
  const { title, option, config } = one;
  if (process.platform === 'win32') {
    const what = `The ${title} can't be started on Windows.`;
    return [problem('command', what, 'start it yourself and set `serverHost`, or run Jest in WSL.')];
  }
  const cwd = folderOf(config, rootDir);
  if (cwd !== undefined && !isFolder(cwd)) {
    const what = `The working directory of the ${title} does not exist: ${cwd}`;
    return [problem('command', what, `correct ${option}.cwd.`)];
  }
  const words = wordsOf(config.command);
  const [program = ''] = words;
  if (program === '' || program.includes('${')) return [];
  if (!isThere(program, cwd)) return [missingProgram(one, program)];
  const findings = [
    ...missingFiles(one, words, cwd),
    ...missingScript(one, words, cwd),
    ...venv(one, program, rootDir),
  ];
  return findings.length > 0 ? findings : [ok('command', `The command of the ${title} is found: ${program}`)];
}

/** The words of a command; of a command line for the shell only if they need no shell to be understood. */
function wordsOf(command: string | readonly string[]): readonly string[] {
  if (typeof command !== 'string') return command;
  return SHELL_SYNTAX.test(command) ? [] : command.trim().split(/\s+/);
}

/** The folder that the command runs in; `undefined` for a temporary one. */
function folderOf({ cwd = '' }: Started['config'], rootDir: string): string | undefined {
  return cwd.includes('${') ? undefined : resolve(rootDir, cwd);
}

function isThere(program: string, cwd: string | undefined): boolean {
  if (isAbsolute(program)) return isProgram(program);
  if (!program.includes('/')) return isInPath(program);
  return cwd !== undefined && isProgram(join(cwd, program));
}

function missingProgram({ title, option, config }: Started, program: string): Finding {
  const what = `The command of the ${title} is not found: ${program}`;
  const { installHint } = config;
  if (/\s/.test(program)) {
    return problem('command', what, `write ${option}.command as ['${program.trim().split(/\s+/).join("', '")}'].`);
  }
  const correct = `correct ${option}.command`;
  return problem(
    'command',
    what,
    installHint === undefined ? `install it, or ${correct}.` : `${installHint}, or ${correct}.`,
  );
}

/** Files that an interpreter gets as an argument: `node app.js`, `python main.py`. */
function missingFiles({ title, option }: Started, words: readonly string[], cwd: string | undefined): Finding[] {
  const file = words.slice(1).find((word) => SCRIPT.test(word) && !word.includes('${'));
  if (file === undefined || (cwd === undefined && !isAbsolute(file)) || existsSync(resolve(cwd ?? '/', file)))
    return [];
  const what = `The command of the ${title} runs ${file}, which does not exist in ${cwd ?? '/'}.`;
  return [problem('command', what, `correct ${option}.command or ${option}.cwd.`)];
}

/** `npm run serve` without such a script. */
function missingScript({ title, option }: Started, words: readonly string[], cwd: string | undefined): Finding[] {
  const [program = '', verb, script] = words;
  if (!['npm', 'pnpm', 'yarn'].includes(program) || verb !== 'run' || script === undefined || cwd === undefined)
    return [];
  const scripts = readManifest(cwd)?.['scripts'] ?? {};
  if (isRecord(scripts) && script in scripts) return [];
  const what = `The command of the ${title} runs the script "${script}", which package.json in ${cwd} does not have.`;
  return [problem('command', what, `add the script, or correct ${option}.command.`)];
}

/** Jest doesn't activate a virtual environment. */
function venv({ title, option }: Started, program: string, rootDir: string): Finding[] {
  const own = join(rootDir, '.venv/bin/python');
  if (!PYTHON.test(program) || !existsSync(own) || currentEnvironment()['VIRTUAL_ENV']) return [];
  const what = `The command of the ${title} runs ${program} of the PATH, not that of .venv.`;
  return [warning('command', what, `write '.venv/bin/python' in ${option}.command.`)];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
