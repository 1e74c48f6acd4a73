import { ConnectorReporter } from './connector-reporter';

export = ConnectorReporter;
