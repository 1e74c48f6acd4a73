import { EVENTUALLY_SHAPE } from '../../src/scenario/repeat-problems';
import { SCENARIO_SHAPE } from '../../src/scenario/scenario-shape';
import { membersNamed } from './declared';
import type { Part } from './fill-page';
import { fieldTable } from './markdown';

const SCENARIO = ['src/scenario/scenario.ts', 'Scenario'] as const;

/** The fields of a scenario, grouped by purpose. A new field must be added here. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'The test': ['name', 'description', 'tags', 'skip', 'skipReason', 'only', 'todo'],
  'The request': [
    ...['api', 'args', 'changeArgs', 'endpoint', 'method', 'rawBody', 'headers', 'query'],
    ...['timeout', 'allowShortTimeout'],
  ],
  'The parts of a request without args': [
    ...['credentials', 'metadata', 'connection', 'connectionConfig', 'checksToRun', 'preflightTimeout', 'entrypoint'],
    ...['configAction', 'configWorkflowId', 'configPayload'],
  ],
  'The response': ['assertThat', 'forbidSecretsInResponses', 'strength'],
  'When it runs': ['needs', 'serial', 'lock', 'requires', 'onMissing', 'retries', 'eventually'],
  'The workflow': ['waitFor', 'workflowTimeout', 'pollingInterval', 'mustNotStart', 'inputContract'],
  'The output of the workflow': [
    ...['expectedData', 'strictComparison', 'ignoredFields', 'schema', 'recordRules'],
    ...['extractedOutputBasePath', 'outputSubdirectory'],
  ],
};

/** The fields of a scenario, one table per group. */
function scenarioFields(): string {
  const grouped = Object.values(GROUPS).flat();
  const missing = Object.keys(SCENARIO_SHAPE).filter((name) => !grouped.includes(name));
  if (missing.length > 0) throw new Error(`Give ${missing.join(', ')} a place in GROUPS of scenario-parts.ts.`);
  return Object.entries(GROUPS)
    .map(([title, names]) => `### ${title}\n\n${fieldTable('field', membersNamed(names, SCENARIO))}`)
    .join('\n\n');
}

/** Generated parts of docs/reference/scenario.md. */
export const SCENARIO_PARTS: Readonly<Record<string, Part>> = {
  'scenario-fields': scenarioFields,
  'eventually-fields': () =>
    fieldTable('field', membersNamed(Object.keys(EVENTUALLY_SHAPE), ['src/scenario/eventually.ts', 'Eventually'])),
};
