import { statSync } from 'node:fs';
import { probeService } from '../probe-service';
import { otherRunAt, publishUrls, withdrawUrls } from '../run/run-folder';
import type { RunningService, ServiceSpec, StartListener } from '../service';
import { commandText } from '../service';
import { folderMissingError, platformError, portInUseError } from '../service-errors';
import { isListening } from './is-listening';
import { StartedService } from './started-service';

const ADOPTION_PROBE_MS = 2_000;

/**
 * Starts a service and waits until it is ready, or adopts a ready server that is already running if the spec allows it.
 * If it fails, it leaves nothing running.
 *
 * @throws ConnectorTestError SERVICE_EXITED, SERVICE_NOT_READY, COMMAND_NOT_FOUND, PORT_IN_USE, INVALID_CONFIGURATION (the
 * folder does not exist), PLATFORM_NOT_SUPPORTED.
 */
export async function startService(spec: ServiceSpec, listener: StartListener): Promise<RunningService> {
  if (process.platform === 'win32') throw platformError(spec);
  const taken = await firstTaken(spec.listens);
  if (taken !== undefined) return adopt(spec, taken, listener);
  if (!isFolder(spec.cwd)) throw folderMissingError(spec);
  publishUrls(spec.listens);
  try {
    refuseClaimed(spec);
  } catch (error) {
    withdrawUrls(spec.listens);
    throw error;
  }

  const service = new StartedService(spec);
  listener.started?.(service.logFile);
  try {
    await service.ready(listener);
    return service;
  } catch (error) {
    await service.stop();
    throw error;
  }
}

/**
 * Checks, before anything is started, whether a service's port is used by something that can't replace the service. A
 * `ready.command` is not run for this; it runs only when the service is started.
 *
 * @throws ConnectorTestError PORT_IN_USE.
 */
export async function refuseTakenPort(spec: ServiceSpec): Promise<void> {
  refuseClaimed(spec);
  const taken = await firstTaken(spec.listens);
  if (taken !== undefined) await refuseUnusable(spec, taken, spec.ready.kind !== 'command');
}

async function firstTaken(urls: readonly string[]): Promise<string | undefined> {
  const taken = await Promise.all(urls.map(isListening));
  return urls.find((_url, index) => taken[index]);
}

/**
 * Two runs may start the same service at the same time, long before it listens. Each run publishes its URLs first, and
 * the older run wins.
 */
function refuseClaimed(spec: ServiceSpec): void {
  for (const url of spec.listens) refuseOtherRun(spec, url, 'older');
}

function refuseOtherRun(spec: ServiceSpec, url: string, which: 'older' | 'any'): void {
  const other = otherRunAt(url, which);
  if (other === undefined) return;
  const why = `another Jest run (${other}) has started it, or is starting it.`;
  throw portInUseError(spec, url, why, true);
}

/** Another process's server is used only if allowed, and never silently; another Jest run's server is never used. */
async function refuseUnusable(spec: ServiceSpec, url: string, probe = true): Promise<void> {
  refuseOtherRun(spec, url, 'any');
  if (!spec.reuseExisting) {
    throw portInUseError(spec, url, `${spec.option}.reuseExisting is false, which is the default if CI is set.`);
  }
  if (spec.ready.kind === 'log' || spec.ready.kind === 'exit') {
    throw portInUseError(spec, url, `it is impossible to tell from outside whether this is the ${spec.title}.`);
  }
  if (!probe) return;
  const signal = new AbortController().signal;
  const probed = await probeService(spec, { milliseconds: ADOPTION_PROBE_MS, signal, log: () => '' });
  if (!probed.healthy) throw portInUseError(spec, url, `it isn't a healthy ${spec.title}: ${probed.text}.`);
}

async function adopt(spec: ServiceSpec, url: string, listener: StartListener): Promise<RunningService> {
  await refuseUnusable(spec, url);
  listener.notice(`using the server that is already running at ${url}; \`${commandText(spec)}\` was not started.`);
  return {
    spec,
    isAdopted: true,
    isStopping: false,
    end: undefined,
    provides: spec.provides,
    logFile: undefined,
    logTail: () => '',
    stop: () => Promise.resolve(),
  };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
