import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packageVersion } from '../../jest/package-version';
import { redactValue } from '../../redaction/process-redactor';
import { type CommandInput, EXIT_CODES, type ExitCode } from '../command';
import { type Project, readProject } from '../project/read-project';
import type { Terminal } from '../terminal';
import type { Choices, InitOptions } from './choices';
import { configText } from './files/config-text';
import { ignoredPaths } from './files/ignored-paths';
import { manifestText } from './files/manifest-text';
import { plannedFiles } from './files/planned-files';
import { changedConfig } from './jest-config/changed-config';
import { diffOf } from './jest-config/diff';
import { nextCommands } from './next-commands';
import { askForChoices, defaultChoices } from './questions';
import { changeFile, createFile, type WrittenFile } from './write-files';

/** What `init` did. */
export interface InitResult {
  readonly files: readonly WrittenFile[];
  /** The change of an existing Jest config that was not written. */
  readonly diff?: string;
  /** What is left to do by hand. */
  readonly advice: readonly string[];
  readonly next: readonly string[];
}

/** Writes a suite into a folder and prints what was done. */
export async function runInit(input: CommandInput<InitOptions>): Promise<ExitCode> {
  const { options, terminal } = input;
  const folder = resolve(input.args[0] ?? '.');
  mkdirSync(folder, { recursive: true });
  const project = readProject(folder);
  const choices = asks(options, terminal) ? await ask(project, options) : defaultChoices(project, options);
  if (choices === undefined) {
    terminal.notice('Cancelled; nothing was written.');
    return EXIT_CODES.failed;
  }
  const result = writeSuite(project, choices, options.yes === true);
  terminal.print(options.json ? JSON.stringify(redactValue(result), undefined, 2) : resultText(result));
  return EXIT_CODES.done;
}

/** A terminal without a size, such as that of `docker exec -t` in a script, can't show questions. */
function asks({ yes, json }: InitOptions, { isInteractive }: Terminal): boolean {
  const { stdin, stdout } = process;
  return isInteractive && stdin.isTTY && stdout.columns > 0 && yes !== true && json !== true;
}

async function ask(project: Project, options: InitOptions): Promise<Choices | undefined> {
  const { terminalQuestioner } = require('./prompts') as typeof import('./prompts');
  return askForChoices(project, options, await terminalQuestioner());
}

function writeSuite(project: Project, choices: Choices, mayChange: boolean): InitResult {
  const { folder } = project;
  const files = plannedFiles(choices, project).map((file) => createFile(folder, file));
  const config = existingConfig(project, choices, mayChange);
  const manifest = manifestText(choices, project, packageVersion(__filename));
  files.push(...config.files, ...ignored(folder), ...writeManifest(folder, manifest));
  const advice = [config.advice, manifest.advice].filter((each) => each !== undefined);
  const isUnchanged = config.diff !== undefined;
  return {
    files,
    advice,
    ...(isUnchanged && { diff: config.diff }),
    next: nextCommands(project, choices, isUnchanged),
  };
}

interface ConfigResult {
  readonly files: readonly WrittenFile[];
  readonly diff?: string;
  readonly advice?: string | undefined;
}

function existingConfig(project: Project, choices: Choices, mayChange: boolean): ConfigResult {
  const { jestConfig, folder, isModule } = project;
  if (jestConfig === undefined) return { files: [] };
  const { name: path, text: before } = jestConfig;
  const { text, advice } = changedConfig(jestConfig, isModule, configText(choices, project));
  if (text === before) return { files: [{ path, outcome: 'exists' }], advice };
  if (!mayChange) return { files: [], diff: `${path}:\n${diffOf(before, text)}`, advice };
  return { files: [changeFile(folder, { path, text }, 'uses withConnector')], advice };
}

function ignored(folder: string): WrittenFile[] {
  const { text, added } = ignoredPaths(folder);
  const file = { path: '.gitignore', text };
  if (added.length === 0) return [{ path: '.gitignore', outcome: 'exists' }];
  return [
    existsSync(join(folder, '.gitignore')) ? changeFile(folder, file, added.join(', ')) : createFile(folder, file),
  ];
}

function writeManifest(folder: string, { text, script }: ReturnType<typeof manifestText>): WrittenFile[] {
  const file = { path: 'package.json', text };
  if (script === undefined) return [];
  if (!existsSync(join(folder, 'package.json'))) return [createFile(folder, file)];
  return [changeFile(folder, file, `the script "test" is \`${script}\``)];
}

function resultText({ files, diff, advice, next }: InitResult): string {
  const lines = files.map(({ path, outcome, detail }) => {
    const note = outcome === 'exists' ? ' (not changed)' : detail === undefined ? '' : ` (${detail})`;
    return `${outcome.padEnd('created  '.length)}${path}${note}`;
  });
  const proposal = diff === undefined ? [] : ['', 'Not changed without `--yes`:', '', diff];
  const byHand = advice.flatMap((each) => ['', each]);
  return [...lines, ...proposal, ...byHand, '', 'Next:', ...next.map((command) => `  ${command}`)].join('\n');
}
