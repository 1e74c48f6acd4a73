import { describeConnector } from 'jest-connector';
import { authScenarios } from './auth.scenarios';
import { configScenarios } from './config.scenarios';
import { extractionScenarios, runApis } from './extraction.scenarios';
import { metadataScenarios } from './metadata.scenarios';
import { outputScenarios } from './output.scenarios';
import { partsOptions, partsScenarios } from './parts.scenarios';
import { preflightScenarios } from './preflight.scenarios';
import { onlyStarted, workflowScenarios } from './workflow.scenarios';

// `npx jest -t auth_invalid_password` runs one scenario, `npx jest -t preflight` a block.
describeConnector('auth', authScenarios);
describeConnector('preflight', preflightScenarios);
describeConnector('metadata', metadataScenarios);
describeConnector('workflow', workflowScenarios, { strength: onlyStarted });
describeConnector('extraction', extractionScenarios, { apis: runApis });
describeConnector('output', outputScenarios);
describeConnector('config', configScenarios);
describeConnector('parts', partsScenarios, partsOptions);
