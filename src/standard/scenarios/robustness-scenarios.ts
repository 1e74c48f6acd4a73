import type { ApiScenario, Scenario } from '../../scenario/scenario';
import { clientError } from '../response-checks';
import type { StandardOptions } from '../standard-options';
import { configId } from './config-scenarios';

type Api = 'auth' | 'preflight' | 'metadata' | 'workflow' | 'config';

/** Not the whole of an object, and with the beginning of a secret name. */
const MALFORMED = '{"credentials": [{"key": "password", ';

/** Requests that no app accepts: malformed JSON, a list instead of an object, another method. */
export function robustnessScenarios(api: Api, options: StandardOptions): Scenario[] {
  const refusal = (name: string, fields: Partial<ApiScenario<'auth'>>): Scenario =>
    ({ name: `${api}_${name}`, api, ...ofApi(api, options), ...fields, assertThat: clientError() }) as Scenario;
  return [
    refusal('malformed_json', { rawBody: MALFORMED }),
    // A configuration may be any JSON, and PATCH writes nothing where it isn't known.
    ...(api === 'config' ? [] : [refusal('json_list', { rawBody: '[1]' })]),
    refusal('wrong_method', { method: api === 'config' ? 'PATCH' : 'GET' }),
  ];
}

/** A path that no app has. */
export function unknownPath(): Scenario {
  return {
    ...{ name: 'unknown_path', api: 'workflow', endpoint: '/jest-connector-unknown', rawBody: '{}' },
    ...{ mustNotStart: true, assertThat: clientError() },
  };
}

function ofApi(api: Api, options: StandardOptions): object {
  if (api === 'config') return { args: { configWorkflowId: configId(options) }, lock: configId(options) };
  return api === 'workflow' ? { mustNotStart: true } : {};
}
