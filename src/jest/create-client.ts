import { type Client, createClient as createPlainClient } from '../client/client';
import type { ClientOptions } from '../client/client-options';
import { defined } from '../defined';
import { ConnectorTestError } from '../errors';
import { formatProblems } from '../validation/problems';
import { clientTimeout } from './client-timeout';
import { setupNotRun } from './failure/setup-errors';
import { createDebugLog } from './output/create-debug-log';
import { isSetupMissing, runContext } from './run-context';
import { currentTestFile } from './test-file';

/**
 * A client of the app server, for tests written by hand. What is not given is taken from the environment, then from
 * `globals.connector` of the Jest config, then from the app that global setup started.
 *
 * With `axios`, requests go through that instance: its interceptors, default headers, `params`, `auth`, `httpAgent`,
 * `httpsAgent`, `maxContentLength` and, if it sets one, its adapter act; its `baseURL` and `timeout` do not.
 *
 * Without a `timeout`, a request has 30 s, or what is left until Jest ends the test or hook, so that the failure tells of
 * the request. Requests that are open when the test file ends are dropped.
 *
 * @throws ConnectorTestError INVALID_OPTIONS, with everything that is wrong; SETUP_NOT_RUN.
 * @example
 * const client = createClient({ timeout: 10_000 });
 * afterAll(() => client.close());
 *
 * const { status, body } = await client.auth({ credentials: { username: 'me', password: 'wrong' } });
 */
export function createClient(options: ClientOptions = {}): Client {
  const around = runContext();
  const { config, environment, run } = around;
  if (environment.problems.length > 0) {
    throw new ConnectorTestError('INVALID_OPTIONS', {
      what: 'The environment of createClient is not right.',
      why: formatProblems(environment.problems),
      fix: 'correct the variable, in the shell or in .env.',
    });
  }
  const { serverHost = run?.project?.appUrl, workflowEndpoint, timeout, headers, query, apis, healthPath } = config;
  const { applicationName: _ofScenarios, concurrency: _ofBlocks, ...fromEnvironment } = environment.options;
  const all = {
    ...defined({ serverHost, workflowEndpoint, timeout, headers, query, apis, healthPath }),
    ...fromEnvironment,
    ...options,
  };
  const debug = environment.debug && createDebugLog(environment.debug);
  const client = createPlainClient(all, debug?.onExchange, {
    ...{ onSurplus: debug?.onSurplus, timeFor: clientTimeout, ended: currentTestFile()?.ended },
  });
  if (isSetupMissing(around, client.serverHost)) throw setupNotRun();
  return client;
}
