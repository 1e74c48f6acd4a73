import { equals } from '../../assertions';
import type { Scenario } from '../../scenario/scenario';
import { randomValue } from '../change-credentials';
import { clientError } from '../response-checks';
import type { StandardOptions } from '../standard-options';

const DEFAULT_ID = 'jest-connector-standard';

/** The id of the configuration that is written. */
export function configId({ config }: StandardOptions): string {
  return config === undefined || config === false ? DEFAULT_ID : (config.id ?? DEFAULT_ID);
}

/** A configuration that is written and read again, and one that isn't there. */
export function configScenarios(options: StandardOptions): Scenario[] {
  const configWorkflowId = configId(options);
  const configPayload = { made_by: 'jest-connector', nested: { list: [1, true, null, 'ü'] }, run: randomValue() };
  return [
    {
      ...{ name: 'config_update', api: 'config', lock: configWorkflowId },
      args: { configWorkflowId, configPayload },
      assertThat: { success: equals(true), data: equals(configPayload) },
    },
    {
      ...{ name: 'config_get', api: 'config', lock: configWorkflowId, needs: ['config_update'] },
      args: { configWorkflowId },
      assertThat: { success: equals(true), data: equals(configPayload) },
    },
    { name: 'config_unknown', api: 'config', args: { configWorkflowId: randomValue() }, assertThat: clientError() },
  ];
}
