import type { ProcessEnd } from '../service/guardian-messages';
import { appKey, runHandle } from '../service/run-state';
import type { RunningService, ServiceSpec } from '../service/service';
import type { ChosenServer } from './choose-server';
import { notice, withProgress } from './notice';

/** Starts the app, unless an earlier setup of this process did: of another project, or of the run before in watch mode. */
export async function ensureApp({ app, spec }: ChosenServer & { kind: 'app' }): Promise<void> {
  const { services, appUrls, checkedUrls } = runHandle();
  const key = `${appKey(app)} ${spec.cwd} ${spec.url}`;
  const known = services.get(key);
  if (known?.end !== undefined) {
    services.delete(key);
    await tellAndClear(known, known.end);
  }
  if (!services.has(key)) {
    refuseSharedUrl(spec);
    const service = await start(spec);
    if (!service.isAdopted) services.set(key, service);
  }
  appUrls[appKey(app)] = spec.url;
  checkedUrls.add(spec.url);
}

/** In watch mode an app may end between two runs. */
async function tellAndClear(service: RunningService, end: ProcessEnd): Promise<void> {
  const { endText } = require('../service/service-errors') as typeof import('../service/service-errors');
  notice(`the ${service.spec.title} ${endText(end)} since the last run; starting it again.`);
  await service.stop();
}

/** Two projects whose apps differ must not be tested against one of them, which a reuse of what runs would bring. */
function refuseSharedUrl(spec: ServiceSpec): void {
  const other = [...runHandle().services.values()].find((service) => service.spec.url === spec.url);
  if (other === undefined) return;
  const { portInUseError } = require('../service/service-errors') as typeof import('../service/service-errors');
  throw portInUseError(spec, `this run has started another app there, for another project (in ${other.spec.cwd}).`);
}

async function start(spec: ServiceSpec): Promise<RunningService> {
  // Loaded here: a run without an app needs nothing of it.
  const { startService } = require('../service/start-service') as typeof import('../service/start-service');
  let sight = '';
  return withProgress(
    () => `waiting for the ${spec.title}: ${sight}`,
    () => startService(spec, { notice, looked: (text) => (sight = text) }),
  );
}
