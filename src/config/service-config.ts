/** When a service counts as ready. */
export type ReadyConfig =
  /** A GET is answered with 2xx. */
  | { readonly url: string }
  /** Something listens at this port, of the service's `host`. */
  | { readonly port: number | string }
  /**
   * A line of its log matches: the source of a regular expression. What its groups catch becomes environment variables
   * of the names in `captures`, for those that need the service.
   */
  | { readonly log: string; readonly captures?: readonly string[] }
  /** A command, run again and again, exits with 0. */
  | { readonly command: readonly string[] }
  /** The service ends by itself, with 0: a migration. */
  | { readonly exit: true };

/**
 * A process that the tests, or the app, need: an entry of `globals.connector.services`.
 *
 * `${port}`, `${ports.name}`, `${host}` and `${folder}` stand for the service's own in `command`, `cwd`, `env`,
 * `provides`, `files` and `ready`.
 *
 * @example
 * services: {
 *   database: { command: ['postgres', '-p', '${port}'], port: 'auto', provides: { MY_DB_PORT: '${port}' } },
 *   migration: { command: 'npm run migrate', ready: { exit: true }, dependsOn: ['database'] },
 * }
 */
export interface ServiceConfig {
  /** The command: a list (no shell), or a string (run by the shell). */
  readonly command: string | readonly string[];
  /** Its working directory, relative to the Jest config's `rootDir`; `'${folder}'` is its own temporary one. @default rootDir */
  readonly cwd?: string;
  /** Environment variables beside those of the Jest process, and what the services that it depends on provide. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where it will listen; `'auto'` finds a free one. */
  readonly port?: number | 'auto';
  /** Further ports, by name. */
  readonly ports?: Readonly<Record<string, number | 'auto'>>;
  /** The host of its ports. @default '127.0.0.1' */
  readonly host?: string;
  /** When it counts as ready. @default its `port` */
  readonly ready?: ReadyConfig;
  /** Environment variables for those that depend on it, for the app, and for the tests. */
  readonly provides?: Readonly<Record<string, string>>;
  /** Services that have to be ready first. The app depends on all of them. */
  readonly dependsOn?: readonly string[];
  /** Files that are written into a temporary folder, `${folder}`, before it starts; removed at the end. */
  readonly files?: Readonly<Record<string, string>>;
  /** What to say when the command is not found, such as `brew install temporal`. */
  readonly installHint?: string;
  /** How long it may take to become ready, in milliseconds. @default 60000 */
  readonly timeout?: number;
  /** Use a ready server that is there already, instead of failing because the port is taken. @default true, but false where `CI` is set */
  readonly reuseExisting?: boolean;
  /** What stops it; KILL follows after `stopGrace`. @default 'SIGTERM' */
  readonly stopSignal?: string;
  /** How long it may take to stop, in milliseconds. @default 5000 */
  readonly stopGrace?: number;
}

/** The connector app that global setup starts, when all `services` are ready. */
export interface AppConfig extends Omit<ServiceConfig, 'dependsOn' | 'provides'> {
  /** Where it will listen. @default 'http://127.0.0.1:8000', or its `port` */
  readonly url?: string;
  /** What is asked until it answers 2xx, unless `ready` says otherwise. @default the option `healthPath` */
  readonly healthPath?: string;
}
