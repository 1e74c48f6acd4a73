import type { ConnectorConfig } from '../../../config/options';
import type { ServiceConfig } from '../../../config/service-config';
import { DEFAULTS } from '../../../defaults';
import type { ChosenServer } from '../../../jest/server/choose-server';
import { healthUrl, probeHealth } from '../../../service/readiness';
import { runsInCi } from '../../../service/run/run-state';
import { isListening } from '../../../service/start/is-listening';
import { portOf } from '../../../service/start/port-of';
import { urlHost } from '../../../url-host';
import { type Finding, ok, problem } from '../finding';

const PROBE_MS = 2_000;

/** The findings about the ports, and whether a healthy app already runs at its URL. */
export interface PortFindings {
  readonly findings: readonly Finding[];
  /** The URL of an app that already runs and that the tests would use. */
  readonly runningApp?: string;
}

/** Whether the fixed ports of the app and the services are free, or what listens there can be used. */
export async function portFindings(config: ConnectorConfig, chosen: ChosenServer): Promise<PortFindings> {
  const services = await Promise.all(Object.entries(config.services ?? {}).map((entry) => serviceFindings(...entry)));
  if (chosen.kind !== 'app' || chosen.url === undefined) return { findings: services.flat() };
  const { app, url } = chosen;
  if (!(await isListening(url))) {
    return { findings: [...services.flat(), ok('port', `${url} is free for the app`)] };
  }
  const path = app.healthPath ?? config.healthPath ?? DEFAULTS.healthPath;
  const { healthy, text } = await probeHealth(healthUrl(url, path), PROBE_MS);
  const reuses = app.reuseExisting ?? !runsInCi();
  if (healthy && reuses) {
    const what = `A healthy app already runs at ${url}; the tests use it instead of starting the command`;
    return { findings: [...services.flat(), ok('port', what)], runningApp: url };
  }
  const why = healthy
    ? 'and it may not be used, because `reuseExisting` is false or CI is set'
    : `and it isn't a healthy app: GET ${path} ${text}`;
  return { findings: [...services.flat(), inUse(url, why, 'globals.connector.app')] };
}

async function serviceFindings(name: string, config: ServiceConfig): Promise<Finding[]> {
  const { port, ports = {}, host = '127.0.0.1' } = config;
  if (config.reuseExisting ?? !runsInCi()) return [];
  const fixed = [port, ...Object.values(ports)].filter((each) => typeof each === 'number');
  const urls = fixed.map((each) => `http://${urlHost(host)}:${each}`);
  const taken = await Promise.all(urls.map(isListening));
  const why = 'and it may not be used, because `reuseExisting` is false or CI is set';
  return urls.filter((_url, index) => taken[index]).map((url) => inUse(url, why, `globals.connector.services.${name}`));
}

function inUse(url: string, why: string, option: string): Finding {
  return problem(
    'port',
    `Another process already listens at ${url}, ${why}.`,
    `stop the process (find it with \`lsof -i :${portOf(url)}\`), or set ${option}.port: 'auto' and use \${port} in its command or env.`,
  );
}
