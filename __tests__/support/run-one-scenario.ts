import { createClient } from '../../src/client/client';
import { resolveOptions } from '../../src/config/resolve-options';
import { runScenario, type ScenarioRun } from '../../src/runner/run-scenario';
import type { ScenarioResult } from '../../src/runner/scenario-result';
import type { AnyApiScenario } from '../../src/scenario/scenario';

/** Runs a scenario against a server, as a block with default options would. */
export async function runOneScenario(
  serverHost: string,
  fields: Partial<AnyApiScenario>,
  around: Partial<ScenarioRun> = {},
): Promise<ScenarioResult> {
  const scenario: AnyApiScenario = { name: 'a', api: 'auth', assertThat: { success: true }, ...fields };
  const options = resolveOptions({ config: {}, environment: {}, startedAppUrl: serverHost, options: {} });
  const client = createClient({ serverHost });
  const result = await runScenario({ scenario, options, client, context: {}, ...around });
  client.close();
  return result;
}
