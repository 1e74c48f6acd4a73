import { text } from '../validation/field-rules';
import type { Shape } from '../validation/shape';
import { port, programOf, READY_MADE_SHAPE, requireReadyMadeOptions } from './ready-made-service';
import type { ServiceConfig } from './service-config';

/** The options of `temporalDevServer`. */
export interface TemporalDevServerOptions {
  /**
   * The Temporal CLI: a path, or a name in the `PATH`.
   * @default `CONNECTOR_TEMPORAL_PATH`, then `temporal` in the `PATH`, then `~/.temporalio/bin`
   */
  readonly path?: string;
  /** The gRPC port. @default 'auto' */
  readonly port?: number | 'auto';
  /** The namespace that is created at start-up. @default 'default' */
  readonly namespace?: string;
  /** More arguments of `temporal server start-dev`. If an argument occurs twice, the last one counts. @default [] */
  readonly arguments?: readonly string[];
}

const WHERE = 'temporalDevServer()';
const INSTALL =
  'install the Temporal CLI (brew install temporal, or https://docs.temporal.io/cli), or set CONNECTOR_TEMPORAL_PATH to its path';

/** The fields of the options of `temporalDevServer`. */
export const TEMPORAL_SHAPE: Shape = { ...READY_MADE_SHAPE, port, namespace: text };

/**
 * Returns the entry of `globals.connector.services` that starts Temporal's development server. It starts nothing
 * itself.
 *
 * @throws ConnectorTestError INVALID_OPTIONS
 * @example
 * services: { temporal: temporalDevServer() }
 */
export function temporalDevServer(options: TemporalDevServerOptions = {}): ServiceConfig {
  requireReadyMadeOptions(WHERE, options, { shape: TEMPORAL_SHAPE });
  const { path, namespace = 'default', arguments: further = [] } = options;
  const { file, installHint } = programOf('temporal', { where: WHERE, path, install: INSTALL });
  const address = '${host}:${port}';
  const place = ['--ip', '${host}', '--port', '${port}', '--namespace', namespace];
  // With its data in memory, it would write its cluster id into the user's home folder.
  const storage = ['--db-filename', '${folder}/temporal.db'];
  // A test run must not report to Temporal.
  const silence = ['--dynamic-config-value', 'frontend.enableServerVersionCheck=false', '--log-level', 'warn'];
  return {
    command: [file, 'server', 'start-dev', '--headless', ...place, ...storage, ...silence, ...further],
    port: options.port ?? 'auto',
    // It listens before it serves.
    ready: { command: [file, 'operator', 'cluster', 'health', '--address', address] },
    provides: { ATLAN_TEMPORAL_HOST: address, ATLAN_TEMPORAL_NAMESPACE: namespace },
    installHint,
  };
}
