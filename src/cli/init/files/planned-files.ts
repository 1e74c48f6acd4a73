import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { COMMANDS_OF } from '../../project/installer';
import type { Project } from '../../project/read-project';
import type { Choices } from '../choices';
import { configText } from './config-text';
import { inLanguage, template, withParts } from './template';

/** A file to write. */
export interface PlannedFile {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}

/** The files that are new, whatever the project has already. */
export function plannedFiles(choices: Choices, project: Project): PlannedFile[] {
  const { name, language, app, github } = choices;
  const isDemo = app.kind === 'demo';
  const extension = language === 'typescript' ? 'ts' : 'js';
  const suite = `tests/integration/${name}`;
  const ofKind = (path: string): string => (isDemo ? `demo/${path}` : path);
  const code = (path: string): string => inLanguage(template(path, name), language);
  return [
    ...(project.jestConfig === undefined ? [newConfig(choices, project)] : []),
    { path: `${suite}/scenarios.${extension}`, text: code(ofKind('scenarios.ts')) },
    { path: `${suite}/connector.test.${extension}`, text: code('connector.test.ts') },
    ...(app.kind === 'sdk'
      ? [{ path: `${suite}/standard.test.${extension}`, text: code('sdk/standard.test.ts') }]
      : []),
    { path: '.env.example', text: template(ofKind('env.example'), name) },
    ...(isDemo ? [{ path: 'demo-app.mjs', text: template('demo/demo-app.mjs', name) }] : []),
    ...(github ? [{ path: '.github/workflows/connector.yml', text: workflowText(choices, project) }] : []),
  ];
}

/** In a package of ES modules, a CommonJS file needs its own ending. */
function newConfig(choices: Choices, project: Project): PlannedFile {
  return { path: `jest.config.${project.isModule ? 'cjs' : 'js'}`, text: configText(choices, project) };
}

function workflowText({ name, app, language }: Choices, { packageManager, python, folder }: Project): string {
  const parts = [
    ...(['pnpm', 'yarn'].includes(packageManager) ? ['corepack'] : []),
    ...(python === undefined ? [] : ['python']),
    ...(language === 'module' ? ['modules'] : []),
    ...(app.kind === 'demo' ? [] : ['secrets']),
  ];
  const { ci, run } = COMMANDS_OF[packageManager];
  return withParts(template('github-workflow.yml', name), parts)
    .replaceAll('npm ci', ci)
    .replace('npx jest --shard', `${run} jest --shard`)
    .replace('npx jest-connector merge', `${run} jest-connector merge`)
    .replace('pip install -r requirements.txt', pythonInstall(folder));
}

function pythonInstall(folder: string): string {
  return existsSync(join(folder, 'requirements.txt')) ? 'pip install -r requirements.txt' : 'pip install .';
}
