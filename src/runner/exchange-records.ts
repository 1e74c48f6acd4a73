import type { Exchange } from '../client/client-options';
import type { ScenarioResult } from './scenario-result';

/** The request and the response of an exchange, as parts of a result. */
export function exchangeRecords(exchange: Exchange | undefined): Pick<ScenarioResult, 'request' | 'response'> {
  if (exchange === undefined) return {};
  const { request, response } = exchange;
  return response === undefined ? { request } : { request, response: response };
}
