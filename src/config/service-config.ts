/** When a service counts as ready. */
export type ReadyConfig =
  /** A GET request to this URL returns 2xx. */
  | { readonly url: string }
  /** Something listens on this port of the service's `host`. */
  | { readonly port: number | string }
  /**
   * A line of its log matches this regular expression (as a string). What its groups capture becomes environment variables
   * with the names in `captures`, for everything that depends on the service.
   */
  | { readonly log: string; readonly captures?: readonly string[] }
  /** A command, which is run repeatedly, exits with code 0. */
  | { readonly command: readonly string[] }
  /** The service exits by itself with code 0, like a migration. */
  | { readonly exit: true };

/**
 * A process that the tests or the app need: an entry of `globals.connector.services`.
 *
 * In `command`, `cwd`, `env`, `provides`, `files` and `ready`, the placeholders `${port}`, `${ports.name}`, `${host}` and
 * `${folder}` are replaced by the service's own values.
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
  /** The working directory, relative to the Jest config's `rootDir`; `'${folder}'` is the service's temporary folder. @default rootDir */
  readonly cwd?: string;
  /** Environment variables, in addition to those of the Jest process and those that its dependencies provide. */
  readonly env?: Readonly<Record<string, string>>;
  /** The port it listens on; `'auto'` picks a free one. */
  readonly port?: number | 'auto';
  /** Additional ports, by name. */
  readonly ports?: Readonly<Record<string, number | 'auto'>>;
  /** The host of its ports. @default '127.0.0.1' */
  readonly host?: string;
  /** When it counts as ready. @default its `port` */
  readonly ready?: ReadyConfig;
  /** Environment variables for the services that depend on it, the app and the tests. */
  readonly provides?: Readonly<Record<string, string>>;
  /** Services that must be ready first. The app depends on all services. */
  readonly dependsOn?: readonly string[];
  /** Files to write into a temporary folder, `${folder}`, before it starts; removed at the end. */
  readonly files?: Readonly<Record<string, string>>;
  /** How to install the command if it is not found, such as `brew install temporal`. */
  readonly installHint?: string;
  /** How long it may take to become ready, in milliseconds. @default 60000 */
  readonly timeout?: number;
  /** Whether to use a server that is already running and ready, instead of failing because the port is in use. @default true, but false if `CI` is set */
  readonly reuseExisting?: boolean;
  /** The signal that stops it; SIGKILL follows after `stopGrace`. @default 'SIGTERM' */
  readonly stopSignal?: string;
  /** How long it may take to stop, in milliseconds. @default 5000 */
  readonly stopGrace?: number;
}

/** The connector app, which global setup starts when all `services` are ready. */
export interface AppConfig extends Omit<ServiceConfig, 'dependsOn' | 'provides'> {
  /** The URL it listens at. @default 'http://127.0.0.1:8000', or its `port` */
  readonly url?: string;
  /** The path that is polled until it returns 2xx, unless `ready` is set. @default the option `healthPath` */
  readonly healthPath?: string;
}
