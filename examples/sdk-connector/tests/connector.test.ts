import { describeConnector } from 'jest-connector';
import { authScenarios } from './auth.scenarios';
import { configScenarios } from './config.scenarios';
import { metadataScenarios } from './metadata.scenarios';
import { preflightScenarios } from './preflight.scenarios';
import { workflowScenarios } from './workflow.scenarios';

describeConnector('auth', authScenarios);
describeConnector('preflight', preflightScenarios);
describeConnector('metadata', metadataScenarios);
describeConnector('workflow', workflowScenarios);
describeConnector('config', configScenarios);
