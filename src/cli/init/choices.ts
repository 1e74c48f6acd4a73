import type { Project } from '../project/read-project';

/** How the tests reach the app. */
export type AppChoice =
  /** A small app is added. */
  | { readonly kind: 'demo' }
  /** The app on the Python SDK that was found. */
  | { readonly kind: 'sdk' }
  | { readonly kind: 'command'; readonly command: string; readonly url: string }
  /** It already runs. */
  | { readonly kind: 'server'; readonly url: string };

/** The language of the files. */
export type Language = 'typescript' | 'commonjs' | 'module';

/** What is written. */
export interface Choices {
  /** The name of the connector: of the folder, the block and the variables. */
  readonly name: string;
  readonly language: Language;
  readonly app: AppChoice;
  /** Whether a GitHub workflow is written. */
  readonly github: boolean;
}

/** The options of the command. */
export interface InitOptions {
  readonly name?: string | undefined;
  readonly app?: string | undefined;
  readonly url?: string | undefined;
  readonly demo?: boolean | undefined;
  readonly github?: boolean | undefined;
  readonly typescript?: boolean | undefined;
  readonly javascript?: boolean | undefined;
  /** Whether an existing Jest config is changed. */
  readonly yes?: boolean | undefined;
  readonly json?: boolean | undefined;
}

const APP_URL = 'http://127.0.0.1:8000';

/** The language of the files, by the options and the project. */
export function languageOf(project: Project, { typescript, javascript }: InitOptions): Language {
  if (typescript === true || (project.hasTypeScript && javascript !== true)) return 'typescript';
  return project.isModule ? 'module' : 'commonjs';
}

/** The app that the options name or that the project has; `undefined` if neither is the case. */
export function appOf(project: Project, { demo, app, url }: InitOptions): AppChoice | undefined {
  if (demo === true) return { kind: 'demo' };
  if (app !== undefined) return { kind: 'command', command: app, url: url ?? APP_URL };
  if (url !== undefined) return { kind: 'server', url };
  return project.python?.app === undefined ? undefined : { kind: 'sdk' };
}

/** What the user entered as the app: a command, or the URL of an app that already runs. */
export function appOfEntry(entry: string): AppChoice {
  if (/^https?:\/\//.test(entry)) return { kind: 'server', url: entry };
  return entry === '' ? { kind: 'server', url: APP_URL } : { kind: 'command', command: entry, url: APP_URL };
}
