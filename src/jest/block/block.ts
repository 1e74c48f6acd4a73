import type { ResolvedOptions } from '../../config/resolve-options';
import type { DebugDetail } from '../../env/variables';
import type { Scenario } from '../../scenario/scenario';
import type { ChannelAddress } from '../../service/run/run-state';
import type { Concurrency } from '../concurrency/choose-concurrency';
import type { Locator } from '../failure/locator';
import type { BlockJournal } from '../journal/block-journal';
import type { EnvironmentFiles } from '../run-context';
import type { StartedApp } from '../server/scenario-log';
import type { BlockStrength } from '../strength/block-strength';
import type { MissingRequirements } from './missing-requirements';

/** Everything that a block needs to run. */
export interface Block<Context> {
  readonly name: string;
  readonly scenarios: readonly Scenario[];
  readonly options: ResolvedOptions<Context>;
  readonly locator: Locator;
  /** The scenarios that fail because of missing requirements, by name. */
  readonly missing: ReadonlyMap<string, MissingRequirements>;
  /** Where environment files are; shown in failures. */
  readonly files: EnvironmentFiles;
  /** Whether global setup has already checked that the server is up. */
  readonly serverChecked: boolean;
  /** Whether the configuration names an app that was not started. */
  readonly setupMissing: boolean;
  /** Where the workflows that the block waits for are reported. */
  readonly channel?: ChannelAddress | undefined;
  /** The folder that relative output paths start from, and whether baselines are updated, if known. */
  readonly outputs: { readonly folder: string; readonly update: boolean | undefined };
  /** The app that the block talks to, if this run started it. */
  readonly app?: StartedApp | undefined;
  /** How many scenarios run concurrently. */
  readonly concurrency: Concurrency;
  /** The journal, if the run writes a report. */
  readonly journal?: BlockJournal | undefined;
  /** What judges the checks of scenarios that have passed, in a run with CONNECTOR_STRENGTH. */
  readonly strength?: BlockStrength | undefined;
  /** How much of each request and response is logged; nothing if unset. */
  readonly debug?: DebugDetail | undefined;
  /** Jest's full name of the current test. */
  readonly currentTestName: () => string;
}
