import { ConnectorReporter } from '../reporter/connector-reporter';

export = ConnectorReporter;
