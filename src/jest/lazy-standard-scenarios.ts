import { captureCallSite, generatedCallPlace } from '../call-site';
import type { Scenario } from '../scenario/scenario';
import type { StandardOptions } from '../standard/standard-options';
import { runContext } from './run-context';

/**
 * The standard suite of a connector: logins, preflight, metadata, a workflow to its end, a configuration that is written
 * and read again, and requests that the app must refuse. They are ordinary scenarios, called `standard_…` and tagged
 * `@standard`. None of their responses may contain a secret that was sent.
 *
 * With `contract`, each field of the app's contract is also sent wrong in each way. The file is read when the test file is
 * loaded; nothing is sent then.
 *
 * @throws ConnectorTestError INVALID_OPTIONS with all problems, CONTRACT_MISSING, CONTRACT_INVALID.
 * @example
 * describeConnector('standard', standardScenarios({
 *   requiredCredentials: ['username', 'password'],
 *   workflow: { metadata: { databases: ['MY_DB'] }, connection: { name: 'test_conn' } },
 *   contract: 'contract.json',
 *   except: { standard_auth_long_string: 'the source decides' },
 * }));
 */
export function standardScenarios(options: StandardOptions = {}): readonly Scenario[] {
  const { createStandardScenarios } =
    require('../standard/standard-scenarios') as typeof import('../standard/standard-scenarios');
  return createStandardScenarios(options, {
    site: captureCallSite(standardScenarios),
    place: generatedCallPlace(standardScenarios),
    folder: runContext().run?.project?.rootDir ?? '.',
  });
}
