import type { ConnectorConfig } from '../../config/options';
import type { AppConfig } from '../../config/service-config';
import { DEFAULTS } from '../../defaults';
import { digest, type ProjectRun } from '../../service/run/project-run';
import { runHandle } from '../../service/run/run-state';
import { hasEndedEarly, type RunningService, type ServiceSpec } from '../../service/service';
import type { PlannedService } from '../../service/start/start-services';
import { notice } from '../output/progress';
import { type ConfiguredService, fixedPortsSpec, serviceFolder } from './service-spec';
import { startConfiguredService, type StartContext } from './start-configured-service';

/** The services and the app that should run. */
export interface WantedServices {
  readonly config: ConnectorConfig;
  /** The app, and the URL at which it will listen if that doesn't follow from its port. */
  readonly app?: { readonly config: AppConfig; readonly url?: string | undefined } | undefined;
  readonly rootDir: string;
  /** Identifies the project within the run. */
  readonly project: string;
  /** Records what was started for the project. */
  readonly run: ProjectRun;
}

/**
 * Starts the services and then the app, unless an earlier setup in this process did (for another project, or for the
 * previous run in watch mode). A service whose configuration has changed since then is stopped first.
 */
export async function ensureServices(wanted: WantedServices): Promise<void> {
  const { startServices } =
    require('../../service/start/start-services') as typeof import('../../service/start/start-services');
  const plan = planOf(wanted);
  await stopChanged(new Set(plan.map(({ key }) => key)), wanted.project);
  for (const { key } of plan) ownersOf(key).add(wanted.project);
  await refuseTakenPorts(plan, wanted.rootDir);
  await startServices(plan);
}

interface Plan extends PlannedService {
  /** Identifies the service within this process. */
  readonly key: string;
  readonly what: ConfiguredService;
}

function planOf({ config, app, rootDir, run }: WantedServices): Plan[] {
  const services = Object.entries(config.services ?? {});
  const configured = services.map(([name, service]) => ({
    name,
    dependsOn: service.dependsOn ?? [],
    what: { name, title: `service "${name}"`, option: `globals.connector.services.${name}`, config: service },
  }));
  const healthPath = app?.config.healthPath ?? config.healthPath ?? DEFAULTS.healthPath;
  const appEntry = app && {
    // No service has this name, because an empty name is rejected.
    name: '',
    dependsOn: services.map(([name]) => name),
    what: { name: 'app', title: 'app', option: 'globals.connector.app', config: app.config, url: app.url, healthPath },
  };
  const wanted = [...configured, ...(appEntry ? [appEntry] : [])];
  // If two projects have the same service in the same folder, it is started once. Its dependencies are part of the key,
  // because they decide which variables it receives.
  const keyOf = (name: string): string => {
    const { what, dependsOn } = wanted.find((one) => one.name === name) as (typeof wanted)[number];
    return digest({ what, folder: serviceFolder(what.config, rootDir), dependsOn: dependsOn.map(keyOf) });
  };
  return wanted.map(({ name, dependsOn, what }) => {
    const key = keyOf(name);
    const start: Plan['start'] = (provided, signal) =>
      ensure(key, what as ConfiguredService, { provided, signal, rootDir, run });
    return { name, dependsOn, key, start, what: what as ConfiguredService };
  });
}

/** Runs before anything starts, so that a port in use is reported without waiting for other services. */
async function refuseTakenPorts(plan: readonly Plan[], rootDir: string): Promise<void> {
  const { refuseTakenPort } =
    require('../../service/start/start-service') as typeof import('../../service/start/start-service');
  if (process.platform === 'win32') return;
  for (const { key, what } of plan) {
    if (runHandle().services.has(key)) continue;
    const spec = await fixedPortsSpec(what, rootDir);
    refuseSharedUrl(spec);
    await refuseTakenPort(spec);
  }
}

interface StartOptions extends StartContext {
  readonly run: ProjectRun;
}

async function ensure(key: string, what: ConfiguredService, options: StartOptions): Promise<RunningService> {
  const { services } = runHandle();
  const known = services.get(key);
  if (known && hasEndedEarly(known)) {
    services.delete(key);
    await reportAndClear(known);
  }
  const service = services.get(key) ?? (await startConfiguredService(what, options));
  // A service that was already running is checked again by the next run.
  if (!service.isAdopted) services.set(key, service);
  publish(what, service, options.run);
  return service;
}

/** Makes the app's URL and the variables that the service provides available to the tests. */
function publish({ name, config }: ConfiguredService, service: RunningService, run: ProjectRun): void {
  Object.assign(run.provided, service.provides);
  const [url] = service.spec.listens;
  if (name !== 'app' || url === undefined) return;
  run.appUrl = url;
  if (service.logFile !== undefined) run.appLog = service.logFile;
  if (config.port === 'auto') run.hasTemporaryPort = true;
  runHandle().checkedUrls.add(url);
}

function ownersOf(key: string): Set<string> {
  const { owners } = runHandle();
  const known = owners.get(key) ?? new Set();
  owners.set(key, known);
  return known;
}

/** Stops services that only this project used in an earlier run and no longer needs. */
async function stopChanged(wanted: ReadonlySet<string>, project: string): Promise<void> {
  const { services } = runHandle();
  for (const [key, service] of [...services].reverse()) {
    const isOnlyOurs = [...ownersOf(key)].every((owner) => owner === project);
    if (wanted.has(key) || !isOnlyOurs) continue;
    notice(`stopping the ${service.spec.title}, because its configuration has changed.`);
    services.delete(key);
    await service.stop();
  }
}

/** In watch mode a service may end between two runs. */
async function reportAndClear(service: RunningService): Promise<void> {
  const { endText } = require('../../service/service-errors') as typeof import('../../service/service-errors');
  if (service.end) notice(`the ${service.spec.title} ${endText(service.end)} since the last run; starting it again.`);
  await service.stop();
}

/** If the apps of two projects share a URL, reusing the running one would test both projects against the same app. */
function refuseSharedUrl(spec: ServiceSpec): void {
  for (const url of spec.listens) {
    const other = [...runHandle().services.values()].find((service) => service.spec.listens.includes(url));
    if (other === undefined) continue;
    const { portInUseError } = require('../../service/service-errors') as typeof import('../../service/service-errors');
    throw portInUseError(
      spec,
      url,
      `this run already started the ${other.spec.title} there (in ${other.spec.cwd}).`,
      true,
    );
  }
}
