import { statSync } from 'node:fs';
import { isListening } from './is-listening';
import { lookAtHealth, healthUrl } from './readiness';
import type { RunningService, ServiceSpec, StartListener } from './service';
import { commandText } from './service';
import { folderMissingError, platformError, portInUseError } from './service-errors';
import { StartedService } from './started-service';

const ADOPTION_LOOK_MS = 2_000;

/**
 * Starts a service and waits until it is ready, or adopts the healthy server that is there already if the spec allows.
 * When it fails, nothing that it started is left.
 *
 * @throws ConnectorTestError APP_EXITED, APP_NOT_READY, COMMAND_NOT_FOUND, PORT_IN_USE, INVALID_CONFIGURATION (the
 * folder does not exist), PLATFORM_NOT_SUPPORTED.
 */
export async function startService(spec: ServiceSpec, listener: StartListener): Promise<RunningService> {
  if (process.platform === 'win32') throw platformError(spec);
  if (await isListening(spec.url)) return adopt(spec, listener);
  if (!isFolder(spec.cwd)) throw folderMissingError(spec);

  const service = new StartedService(spec);
  try {
    await service.ready(listener);
    return service;
  } catch (error) {
    await service.stop();
    throw error;
  }
}

/** A stranger's server is used only where that was allowed, and never silently. */
async function adopt(spec: ServiceSpec, listener: StartListener): Promise<RunningService> {
  if (!spec.reuseExisting) {
    throw portInUseError(spec, `${spec.option}.reuseExisting is false, which is its default where CI is set.`);
  }
  const url = healthUrl(spec.url, spec.healthPath);
  const sight = await lookAtHealth(url, ADOPTION_LOOK_MS);
  if (!sight.healthy) throw portInUseError(spec, `it is not a healthy ${spec.title}: GET ${url} ${sight.text}.`);

  listener.notice(`using what already runs at ${spec.url}; ${commandText(spec)} was not started.`);
  return { spec, isAdopted: true, end: undefined, logTail: () => '', stop: () => Promise.resolve() };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
