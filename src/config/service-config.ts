/** When a service counts as ready. */
export type ReadyConfig =
  /** A GET request returns 2xx. */
  | { readonly url: string }
  /** Something listens on this port of the service's `host`. */
  | { readonly port: number | string }
  /**
   * A line of its log matches: the source of a regular expression. Its groups become the environment variables named in
   * `captures`, for the services that depend on it, for the app and for the tests.
   */
  | { readonly log: string; readonly captures?: readonly string[] }
  /** A command, run repeatedly, exits with 0. */
  | { readonly command: readonly string[] }
  /** The service and everything it started end by themselves, with exit code 0, such as a migration. */
  | { readonly exit: true };

/**
 * A process that the tests or the app need: an entry of `globals.connector.services`.
 *
 * `${port}`, `${ports.name}`, `${host}` and `${folder}` are replaced by the service's own values in `command`, `env`,
 * `provides`, `files` and `ready`. In `cwd` only `${folder}` is.
 *
 * @example
 * services: {
 *   database: { command: ['postgres', '-p', '${port}'], port: 'auto', provides: { MY_DB_PORT: '${port}' } },
 *   migration: { command: 'npm run migrate', ready: { exit: true }, dependsOn: ['database'] },
 * }
 */
export interface ServiceConfig {
  /** The command: a list of words (no shell), or a string for the shell. */
  readonly command: string | readonly string[];
  /**
   * The working directory, relative to the Jest config's `rootDir`. `'${folder}'` is a temporary folder of its own,
   * removed at the end.
   * @default `rootDir`
   */
  readonly cwd?: string;
  /** Environment variables, in addition to those of Jest and to what the services it depends on provide. */
  readonly env?: Readonly<Record<string, string>>;
  /** The port on which it will listen, as `${port}`. `'auto'` picks a free one. */
  readonly port?: number | 'auto';
  /** More ports by name, such as `{ grpc: 'auto' }`, as `${ports.grpc}`. */
  readonly ports?: Readonly<Record<string, number | 'auto'>>;
  /** The host of its ports, as `${host}`. @default '127.0.0.1' */
  readonly host?: string;
  /** How to find out that it is ready; see the forms below. @default something listens on its `port` */
  readonly ready?: ReadyConfig;
  /** Environment variables for the services that depend on it, for the app and for the tests. */
  readonly provides?: Readonly<Record<string, string>>;
  /** The services that must be ready first. The app depends on all services. */
  readonly dependsOn?: readonly string[];
  /**
   * Files by path and content. They are written into a temporary folder, `${folder}`, before the start and removed at
   * the end.
   */
  readonly files?: Readonly<Record<string, string>>;
  /** What the error says if the command is not found, such as `brew install temporal`. */
  readonly installHint?: string;
  /** How long it may take to become ready, in milliseconds. @default 60000 */
  readonly timeout?: number;
  /**
   * Whether a ready server that already listens there is used instead. Never one of another Jest run, and never with
   * `port: 'auto'`.
   * @default `true`, but `false` where `CI` is set
   */
  readonly reuseExisting?: boolean;
  /** The signal that stops it. SIGKILL follows after `stopGrace`. @default 'SIGTERM' */
  readonly stopSignal?: string;
  /** How long it may take to stop, in milliseconds. @default 5000 */
  readonly stopGrace?: number;
}

/** The connector app that global setup starts once all `services` are ready. */
export interface AppConfig extends Omit<ServiceConfig, 'dependsOn' | 'provides'> {
  /** The port on which it will listen, instead of `url`. `'auto'` picks a free one; use `${port}` in the command or `env`. */
  readonly port?: number | 'auto';
  /** Another way to find out that it is ready; see the forms below. @default its `healthPath` returns 2xx */
  readonly ready?: ReadyConfig;
  /** Environment variables, in addition to those of Jest and to what `services` provide. */
  readonly env?: Readonly<Record<string, string>>;
  /** How long it may take to become healthy, in milliseconds. @default 60000 */
  readonly timeout?: number;
  /**
   * Whether a healthy server that already listens there is used instead. Never one of another Jest run, and never with
   * `port: 'auto'`.
   * @default `true`, but `false` where `CI` is set
   */
  readonly reuseExisting?: boolean;
  /** The URL at which the app will listen. Not with `port`. @default `http://127.0.0.1:8000`, or its `port` */
  readonly url?: string;
  /** The path that is polled until it returns 2xx, unless `ready` is set. @default the option `healthPath` */
  readonly healthPath?: string;
}
