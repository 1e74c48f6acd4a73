import { teardownConnector } from './teardown-connector';

export = teardownConnector;
