import { equals, exists } from '../../assertions';
import { defined } from '../../defined';
import type { Scenario } from '../../scenario/scenario';
import type { StandardOptions, StandardWorkflow } from '../standard-options';
import { credentialsOf } from './right-credentials';

/** The fields of a scenario that starts the workflow of the options. */
export function workflowParts(options: StandardOptions) {
  const { metadata, connection, entrypoint } = workflowOf(options);
  return { ...credentialsOf(options), ...defined({ metadata, connection, entrypoint }) };
}

/** The workflow of the options; empty if they say nothing about it. */
export function workflowOf({ workflow }: StandardOptions): StandardWorkflow {
  return workflow === undefined || workflow === false ? {} : workflow;
}

/** A workflow to its end, if the options describe one. */
export function workflowScenarios(options: StandardOptions): Scenario[] {
  if (options.workflow === undefined || options.workflow === false) return [];
  const { args = {}, waitFor = 'COMPLETED', workflowTimeout, recordRules, outputSubdirectory } = options.workflow;
  return [
    {
      ...{ name: 'workflow_ends', api: 'workflow', ...workflowParts(options) },
      ...{ waitFor, ...defined({ workflowTimeout, recordRules, outputSubdirectory }) },
      changeArgs: (given: object) => ({ ...given, ...args }),
      assertThat: { success: equals(true), 'data.workflow_id': exists(), 'data.run_id': exists() },
    },
  ];
}
