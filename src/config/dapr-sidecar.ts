import { isInPath } from '../env/find-program';
import { record, text } from '../validation/field-rules';
import type { Shape } from '../validation/shape';
import { componentFile, componentProblems, type DaprComponent, DEFAULT_COMPONENTS } from './dapr-components';
import { port, programOf, READY_MADE_SHAPE, requireReadyMadeOptions } from './ready-made-service';
import type { ServiceConfig } from './service-config';

/** The options of `daprSidecar`. */
export interface DaprSidecarOptions {
  /**
   * The Dapr runtime: a path, or a name in the `PATH`.
   * @default `CONNECTOR_DAPRD_PATH`, then `daprd` in the `PATH`, then `~/.dapr/bin`, where `dapr init` installs it
   */
  readonly path?: string;
  /** The app's name in Dapr. @default 'connector-app' */
  readonly appId?: string;
  /** The HTTP port. @default 'auto' */
  readonly httpPort?: number | 'auto';
  /** The gRPC port. @default 'auto' */
  readonly grpcPort?: number | 'auto';
  /**
   * Components by name. They are added to the SDK's components, and replace those of the same name; `null` removes one.
   * @default the SDK's components
   */
  readonly components?: Readonly<Record<string, DaprComponent | null>>;
  /** More arguments of `daprd`. If an argument occurs twice, the last one counts. @default [] */
  readonly arguments?: readonly string[];
}

const WHERE = 'daprSidecar()';
const ELSEWHERE = ', or set CONNECTOR_DAPRD_PATH to the path of daprd';
const INSTALL = `install the Dapr CLI (https://docs.dapr.io/getting-started/install-dapr-cli) and run \`dapr init --slim\`${ELSEWHERE}`;
const INITIALISE = `run \`dapr init --slim\`, which installs daprd${ELSEWHERE}`;

/** The fields of the options of `daprSidecar`. */
export const DAPR_SHAPE: Shape = {
  ...READY_MADE_SHAPE,
  appId: text,
  httpPort: port,
  grpcPort: port,
  components: { ...record, expected: 'an object of components' },
};

/**
 * Returns the entry of `globals.connector.services` that starts Dapr's sidecar with the components that the SDK needs.
 * It starts nothing itself.
 *
 * @throws ConnectorTestError INVALID_OPTIONS
 * @example
 * services: { dapr: daprSidecar({ components: { eventstore: null } }) }
 */
export function daprSidecar(options: DaprSidecarOptions = {}): ServiceConfig {
  const problems = (given: Record<string, unknown>) => componentProblems(given['components'], WHERE);
  requireReadyMadeOptions(WHERE, options, { shape: DAPR_SHAPE, problems });
  const { path, appId = 'connector-app', arguments: further = [] } = options;
  const install = isInPath('dapr') ? INITIALISE : INSTALL;
  const { file, installHint } = programOf('daprd', { where: WHERE, path, install });
  const place = [
    '--dapr-listen-addresses',
    '${host}',
    '--dapr-http-port',
    '${port}',
    '--dapr-grpc-port',
    '${ports.grpc}',
  ];
  // Metrics would need another port.
  const silence = ['--enable-metrics=false', '--log-level', 'warn'];
  const components = ['--resources-path', '${folder}/components'];
  return {
    command: [file, '--app-id', appId, ...place, ...components, ...silence, ...further],
    port: options.httpPort ?? 'auto',
    ports: { grpc: options.grpcPort ?? 'auto' },
    files: componentFiles({ ...DEFAULT_COMPONENTS, ...options.components }),
    ready: { url: 'http://${host}:${port}/v1.0/metadata' },
    provides: {
      DAPR_HTTP_PORT: '${port}',
      DAPR_GRPC_PORT: '${ports.grpc}',
      DAPR_COMPONENTS_PATH: '${folder}/components',
    },
    installHint,
  };
}

function componentFiles(components: Readonly<Record<string, DaprComponent | null>>): Record<string, string> {
  const wanted = Object.entries(components).filter((entry): entry is [string, DaprComponent] => entry[1] !== null);
  return Object.fromEntries(wanted.map(([name, one]) => [`components/${name}.yaml`, componentFile(name, one)]));
}
