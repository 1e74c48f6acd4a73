import { join } from 'node:path';
import { ConfigStore } from './config-store';
import { settings } from './settings';
import { type DefaultAddress, Source } from './source';
import { Vault } from './vault';
import { Workflows } from './workflows';

/** The parts of the app that the routes use. */
export interface ConnectorApp {
  readonly source: Source;
  readonly configs: ConfigStore;
  readonly vault: Vault;
  readonly workflows: Workflows;
  readonly outputFolder: string;
}

/** Creates the app from its parts. */
export function makeApp(address: DefaultAddress, workFolder: string): ConnectorApp {
  const configs = new ConfigStore();
  return {
    source: new Source(address),
    configs,
    vault: new Vault(configs),
    workflows: new Workflows(),
    outputFolder: settings.outputFolder ?? join(workFolder, 'artifacts'),
  };
}
