import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPackage } from '../project/installed-package';
import { COMMANDS_OF } from '../project/installer';
import type { Project } from '../project/read-project';
import type { Choices } from './choices';

/** The next two commands. */
export function nextCommands(project: Project, { app, language }: Choices, isUnchanged: boolean): string[] {
  const { folder, packageManager } = project;
  const { run, install, add } = COMMANDS_OF[packageManager];
  const test = language === 'module' ? `${packageManager} test` : `${run} jest`;
  if (project.manifest === undefined) return [install, test];
  const missing = ['jest', 'jest-connector'].filter((name) => findPackage(name, folder) === undefined);
  if (missing.length > 0) return [`${add} ${missing.join(' ')}`, test];
  if (isUnchanged) return [`${run} jest-connector init --yes`, test];
  if (app.kind === 'demo' || existsSync(join(folder, '.env'))) return [test, `${run} jest-connector doctor`];
  return ['cp .env.example .env   # enter the credentials', test];
}
