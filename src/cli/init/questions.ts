import { connectorName, type Project } from '../project/read-project';
import { appOf, appOfEntry, type Choices, type InitOptions, languageOf } from './choices';

/** Puts questions to the user; `undefined` if the user cancels. */
export interface Questioner {
  text(question: string, initial: string): Promise<string | undefined>;
  confirm(question: string, initial: boolean): Promise<boolean | undefined>;
}

/** What is written without questions. */
export function defaultChoices(project: Project, options: InitOptions): Choices {
  return {
    name: options.name === undefined ? project.name : connectorName(options.name),
    language: languageOf(project, options),
    app: appOf(project, options) ?? appOfEntry(guessedCommand(project)),
    github: options.github === true,
  };
}

/** Puts a question for each choice that the options don't make; `undefined` if the user cancels. */
export async function askForChoices(
  project: Project,
  options: InitOptions,
  questioner: Questioner,
): Promise<Choices | undefined> {
  const given = defaultChoices(project, options);
  const name = options.name ?? (await questioner.text('What is the name of the connector?', given.name));
  if (name === undefined) return undefined;
  const known = appOf(project, options);
  const question = 'Which command starts the app? Or enter the URL of an app that already runs.';
  const entry = known ? '' : await questioner.text(question, guessedCommand(project) || 'http://127.0.0.1:8000');
  if (entry === undefined) return undefined;
  const github = options.github ?? (await questioner.confirm('Add a GitHub workflow?', false));
  if (github === undefined) return undefined;
  return { ...given, name: connectorName(name), app: known ?? appOfEntry(entry.trim()), github };
}

/** The command that probably starts the app; empty if there is no sign of it. */
function guessedCommand({ manifest, python, hasMain }: Project): string {
  const scripts = manifest?.['scripts'] as Readonly<Record<string, unknown>> | undefined;
  if (hasMain) return `${python?.interpreter.join(' ') ?? 'python'} main.py`;
  return typeof scripts?.['start'] === 'string' ? 'npm start' : '';
}
