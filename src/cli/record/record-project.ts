import { relative, resolve } from 'node:path';
import type { ConnectorConfig } from '../../config/options';
import { validateConfig } from '../../config/validate-config';
import { adoptEnvironment } from '../../env/adopt-environment';
import { loadDotenv } from '../../env/dotenv';
import { type EnvironmentOptions, readEnvironment } from '../../env/variables';
import { ConnectorTestError } from '../../errors';
import { applyRedaction } from '../../jest/output/apply-redaction';
import { formatProblems } from '../../validation/problems';
import { ourProjects } from '../doctor/facts';
import { type ProjectSettings, readJestSettings } from '../doctor/jest-settings';
import { findPackage } from '../project/installed-package';

const MOST_LINES = 8;

/** What is known about the project whose app is recorded. */
export interface RecordProject {
  readonly settings: ProjectSettings;
  readonly config: ConnectorConfig;
  /** The tests that Jest finds. */
  readonly testFiles: readonly string[];
}

/**
 * Reads the configuration as a run of Jest would, and loads `.env`.
 *
 * @throws ConnectorTestError COMMAND_NOT_FOUND, INVALID_CONFIGURATION
 */
export async function readRecordProject(folder: string, configFile: string | undefined): Promise<RecordProject> {
  const { settings, testFiles } = await projectSettings(folder, configFile);
  loadDotenv(settings.rootDir);
  const { connector } = settings.globals;
  applyRedaction(connector);
  const problems = [...validateConfig(settings.globals), ...readEnvironment().problems];
  if (problems.length > 0) {
    throw new ConnectorTestError('INVALID_CONFIGURATION', {
      what: 'Invalid configuration; nothing was sent.',
      why: formatProblems(problems),
      fix: 'correct the problems above in the Jest config, the shell or .env.',
    });
  }
  return { settings, config: connector ?? {}, testFiles };
}

/** The options that the environment sets, which services may have changed. */
export function environmentOptions(): EnvironmentOptions {
  return readEnvironment().options;
}

async function projectSettings(
  folder: string,
  configFile: string | undefined,
): Promise<Pick<RecordProject, 'settings' | 'testFiles'>> {
  const jest = findPackage('jest', folder);
  if (jest === undefined) {
    throw new ConnectorTestError('COMMAND_NOT_FOUND', {
      what: 'Jest is not installed here.',
      why: `there is no package "jest" in ${folder} or in a folder above it.`,
      fix: 'run the command in the folder of the Jest config, after `npm install`.',
    });
  }
  const settings = await readJestSettings(jest, folder, configFile);
  // Before anything is printed: the values of secret variables are hidden.
  adoptEnvironment(settings.environment);
  if ('failure' in settings) {
    throw new ConnectorTestError('INVALID_CONFIGURATION', {
      what: "Jest can't read its config; nothing was sent.",
      why: linesOf(settings.failure).slice(0, MOST_LINES).join('\n'),
      fix: 'run `npx jest-connector doctor`.',
    });
  }
  const projects = ourProjects(settings);
  const [only] = projects;
  if (only !== undefined && projects.length === 1) return { settings: only, testFiles: settings.testFiles };
  const folders = projects.map(({ rootDir }) => relative(folder, rootDir) || '.');
  throw new ConnectorTestError('INVALID_CONFIGURATION', {
    what: `${projects.length} projects use jest-connector; nothing was sent.`,
    why: `the Jest config has projects in ${folders.join(', ')}.`,
    fix: `pass the config of one of them, such as \`--config ${resolve(folder, folders[0] ?? '', 'jest.config.js')}\`.`,
  });
}

/** Without the stack, which is that of Jest. */
function linesOf(failure: string): string[] {
  return failure.split('\n').filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
}
