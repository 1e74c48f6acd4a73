import { evaluate } from '../assertions/evaluate';
import { answerSubject } from '../assertions/subject';
import type { CheckOutcome } from '../assertions/outcome';
import type { Client } from '../client/client';
import type { Exchange } from '../client/client-options';
import type { ResolvedOptions } from '../config/resolve-options';
import { isConnectorTestError, isErrorLike, stackFrames } from '../errors';
import { type AnyApiScenario, buildCall, type PartsListener } from './build-call';
import type { ErrorRecord, ScenarioResult } from './scenario-result';

/** What a scenario runs with. */
export interface ScenarioRun {
  readonly scenario: AnyApiScenario;
  readonly options: ResolvedOptions;
  readonly client: Client;
  readonly context: object;
  readonly onParts?: PartsListener | undefined;
}

/** Runs one scenario, start to end. Never rejects: whatever goes wrong is a failed result. */
export async function runScenario({
  scenario,
  options,
  client,
  context,
  onParts,
}: ScenarioRun): Promise<ScenarioResult> {
  const started = performance.now();
  const exchanges: Exchange[] = [];
  let outcomes: readonly CheckOutcome[] = [];
  let error: ErrorRecord | undefined;

  try {
    const call = await buildCall(scenario, options, { context, onParts });
    const onExchange = (exchange: Exchange) => void exchanges.push(exchange);
    const answer = await client.call(scenario.api, call.args, { ...call.options, onExchange });
    outcomes = evaluate(answerSubject(answer), scenario.assertThat);
  } catch (thrown) {
    error = errorRecord(thrown);
  }

  const success = error === undefined && outcomes.length > 0 && outcomes.every(({ passed }) => passed);
  return {
    name: scenario.name,
    api: scenario.api,
    ...(scenario.description === undefined ? {} : { description: scenario.description }),
    success,
    status: success ? 'passed' : 'failed',
    durationMs: performance.now() - started,
    attempts: exchanges.length > 0 ? 1 : 0,
    ...exchangeRecords(exchanges.at(-1)),
    outcomes,
    ...(error === undefined ? {} : { error }),
  };
}

/** A result for a scenario that could not run, such as one whose `beforeScenario` threw. */
export function failedResult(scenario: AnyApiScenario, thrown: unknown): ScenarioResult {
  const { name, api } = scenario;
  return {
    name,
    api,
    success: false,
    status: 'failed',
    durationMs: 0,
    attempts: 0,
    outcomes: [],
    error: errorRecord(thrown),
  };
}

function exchangeRecords(exchange: Exchange | undefined): Pick<ScenarioResult, 'request' | 'response'> {
  if (exchange === undefined) return {};
  const { request, answer } = exchange;
  return answer === undefined ? { request } : { request, response: answer };
}

function errorRecord(thrown: unknown): ErrorRecord {
  if (!isErrorLike(thrown)) return { code: 'UNKNOWN', message: String(thrown) };
  const location = stackFrames(thrown).find((frame) => !frame.includes('node_modules'));
  const record = { code: isConnectorTestError(thrown) ? thrown.code : 'UNKNOWN', message: thrown.message };
  return location === undefined ? record : { ...record, location };
}
