import { teardownConnector } from '../setup/teardown-connector';

export = teardownConnector;
