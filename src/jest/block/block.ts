import type { ResolvedOptions } from '../../config/resolve-options';
import type { DebugDetail } from '../../env/variables';
import type { Scenario } from '../../scenario/scenario';
import type { ChannelAddress } from '../../service/run/run-state';
import type { Concurrency } from '../concurrency/choose-concurrency';
import type { Locator } from '../failure/locator';
import type { EnvironmentFiles } from '../run-context';
import type { StartedApp } from '../server/scenario-log';
import type { MissingRequirements } from './missing-requirements';

/** What a block is opened with. */
export interface Block<Context> {
  readonly name: string;
  readonly scenarios: readonly Scenario[];
  readonly options: ResolvedOptions<Context>;
  readonly locator: Locator;
  /** The scenarios that fail for what they require, by name. */
  readonly missing: ReadonlyMap<string, MissingRequirements>;
  /** Where environment files are, for failures. */
  readonly files: EnvironmentFiles;
  /** Whether global setup has seen that the server is up. */
  readonly serverChecked: boolean;
  /** Whether the configuration names an app that nobody started. */
  readonly setupMissing: boolean;
  /** Where the workflows that the block waits for are reported. */
  readonly channel?: ChannelAddress | undefined;
  /** Where relative paths of output start, and whether baselines are written, if it is known. */
  readonly outputs: { readonly folder: string; readonly update: boolean | undefined };
  /** The app that the block talks to, where it was started by us. */
  readonly app?: StartedApp | undefined;
  /** How many scenarios run at the same time. */
  readonly concurrency: Concurrency;
  /** How much of each request and answer is written; nothing if it is absent. */
  readonly debug?: DebugDetail | undefined;
  /** The full name of the test that runs, as Jest has it. */
  readonly currentTestName: () => string;
}
