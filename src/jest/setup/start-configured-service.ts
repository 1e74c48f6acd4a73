import { ConnectorTestError } from '../../errors';
import { runHandle } from '../../service/run/run-state';
import { removeFolder, type RunningService, type ServiceSpec } from '../../service/service';
import { notice, withProgress } from '../output/progress';
import { watchFolder } from './new-files';
import { type ConfiguredService, picksPorts, serviceSpec } from './service-spec';

/** A picked port was free, but another program can take it before the service listens there. */
const TRIES = 3;

/** What the start of a service depends on. */
export interface StartContext {
  /** The variables that its dependencies provide. */
  readonly provided: Readonly<Record<string, string>>;
  /** Aborted when the start of another service has failed. */
  readonly signal: AbortSignal;
  readonly rootDir: string;
}

/**
 * Starts a service, or adopts the one that is already running. If another program has taken one of the ports that were
 * picked for it, it is started again with other ports.
 *
 * @throws ConnectorTestError those of `startService`
 */
export async function startConfiguredService(what: ConfiguredService, context: StartContext): Promise<RunningService> {
  for (let triesLeft = TRIES - 1; ; triesLeft -= 1) {
    const spec = await serviceSpec(what, context.provided, context.rootDir);
    try {
      return await start(spec, context);
    } catch (error) {
      removeFolder(spec);
      if (!picksPorts(what.config) || !(await hasLostPort(spec, error))) throw error;
      if (triesLeft === 0) throw lastError(error, spec);
      notice(`another program took a port that was picked for the ${spec.title}; starting it with another.`);
    }
  }
}

async function start(spec: ServiceSpec, { signal, rootDir }: StartContext): Promise<RunningService> {
  // Loaded here, because a run without services doesn't need it.
  const { startService } =
    require('../../service/start/start-service') as typeof import('../../service/start/start-service');
  const { announceStops } =
    require('../../service/process/stop-on-exit') as typeof import('../../service/process/stop-on-exit');
  announceStops(notice);
  watchFolder(spec.cwd, rootDir, spec.title);
  let probed = '';
  const started = (log: string): void => runHandle().follower?.follow(spec.name, log);
  const service = await withProgress(
    () => `waiting for the ${spec.title}: ${probed}`,
    () => startService(spec, { notice, polled: (text) => (probed = text), started, signal }),
  );
  // A service that was already running isn't stopped, and its variables may refer to the folder.
  if (service.isAdopted) process.once('exit', () => removeFolder(spec));
  return service;
}

/** The error of an app that ended has its log; that of a taken port would propose to pick one. */
function lastError(error: unknown, spec: ServiceSpec): unknown {
  if (!(error instanceof ConnectorTestError) || error.code !== 'PORT_IN_USE') return error;
  const { portsLostError } = require('../../service/service-errors') as typeof import('../../service/service-errors');
  return portsLostError(spec, TRIES);
}

/** Whether the start failed because a port is another program's; what was started has been stopped. */
async function hasLostPort({ listens }: ServiceSpec, error: unknown): Promise<boolean> {
  if (!(error instanceof ConnectorTestError)) return false;
  if (error.code === 'PORT_IN_USE') return true;
  if (error.code !== 'SERVICE_EXITED') return false;
  const { isListening } =
    require('../../service/start/is-listening') as typeof import('../../service/start/is-listening');
  return (await Promise.all(listens.map(isListening))).includes(true);
}
