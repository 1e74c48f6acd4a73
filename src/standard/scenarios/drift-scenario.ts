import { custom, equals, oneOf } from '../../assertions';
import type { Client } from '../../client/client';
import type { Contract } from '../../contract/contract';
import { isSameSchema, requireSameContract } from '../../contract/contract-drift';
import { HAS_NONE } from '../../contract/read-contract';
import { lazy } from '../../lazy';
import type { Scenario } from '../../scenario/scenario';
import type { Checks } from '../response-checks';

/** Fails when the app has another contract than the file `shown`. */
export function driftScenario(contract: Contract, shown: string): Scenario {
  return {
    ...{ name: 'contract_is_current', api: 'workflow', endpoint: '/input-contract', method: 'GET' },
    // A scenario has one request, but a contract has several sources.
    query: lazy(async ({ context }: { context: { client: Client } }) => {
      await requireSameContract(context.client, contract, shown);
      return {};
    }),
    assertThat: defaultContract(contract, shown),
  };
}

function defaultContract({ workflow }: Contract, shown: string): Checks {
  const { '': schema } = workflow;
  if (schema === undefined) return { '$http.status': oneOf(HAS_NONE) };
  return {
    '$http.status': equals(200),
    '': custom((body) => isSameSchema(body, schema), `the input contract in ${shown}`),
  };
}
