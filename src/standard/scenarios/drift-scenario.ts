import { custom } from '../../assertions';
import type { Client } from '../../client/client';
import type { Contract } from '../../contract/contract';
import { requireSameContract } from '../../contract/contract-drift';
import { lazy } from '../../lazy';
import type { Scenario } from '../../scenario/scenario';

/** Fails when the app has another contract than the file `shown`. */
export function driftScenario(contract: Contract, shown: string): Scenario {
  const hasDefault = '' in contract.workflow;
  return {
    ...{ name: 'contract_is_current', api: 'workflow', endpoint: '/input-contract', method: 'GET' },
    // A scenario has one request, but a contract has several sources.
    query: lazy(async ({ context }: { context: { client: Client } }) => {
      await requireSameContract(context.client, contract, shown);
      return {};
    }),
    assertThat: {
      '$http.status': custom((status) => (status === 200) === hasDefault, hasDefault ? '200' : 'no input contract'),
    },
  };
}
