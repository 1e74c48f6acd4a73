import { type Client, createClient as createPlainClient } from '../client/client';
import type { ClientOptions, ExchangeListener } from '../client/client-options';
import { defined } from '../defined';
import { ConnectorTestError } from '../errors';
import { formatProblems } from '../validation/problems';
import { clientTimeout } from './client-timeout';
import { setupNotRun } from './failure/setup-errors';
import { clientJournal } from './journal/lazy-journal';
import { createDebugLog } from './output/lazy-debug-log';
import { isSetupMissing, runContext } from './run-context';
import { currentTestFile } from './test-file';

/**
 * Creates a client of the app server for tests written by hand. Options that aren't set come from the environment, then
 * from `globals.connector` in the Jest config, then from the app that global setup started.
 *
 * With `axios`, requests go through that instance. Its interceptors, default headers, `params`, `auth`, `httpAgent`,
 * `httpsAgent`, `maxContentLength` and adapter are used; its `baseURL`, `timeout` and `transformResponse` aren't.
 *
 * Without a `timeout`, a request gets 30 s, or slightly less than the time that Jest leaves to the test or hook, so
 * that the failure names the request. Requests that are still open when the test file ends are dropped.
 *
 * @throws ConnectorTestError INVALID_OPTIONS with all problems, or SETUP_NOT_RUN.
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
      what: 'Invalid environment variables for createClient.',
      why: formatProblems(environment.problems),
      fix: 'correct the variables above in the shell or in .env.',
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
  const listeners: ExchangeListener[] = debug === undefined ? [] : [debug.onExchange];
  const onExchange: ExchangeListener = (exchange) => listeners.forEach((listener) => listener(exchange));
  const client = createPlainClient(all, onExchange, {
    ...{ onSurplus: debug?.onSurplus, timeFor: clientTimeout, ended: currentTestFile()?.ended },
  });
  if (isSetupMissing(around, client.serverHost)) throw setupNotRun();
  const journal = clientJournal(client.serverHost);
  if (journal !== undefined) listeners.push(journal);
  return client;
}
