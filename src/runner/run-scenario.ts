// A user's fake timers must not stop our clock.
import { performance } from 'node:perf_hooks';
import { evaluate } from '../assertions/evaluate';
import { answerSubject } from '../assertions/subject';
import type { CheckOutcome } from '../assertions/outcome';
import type { Client } from '../client/client';
import type { Exchange } from '../client/client-options';
import type { ResolvedOptions } from '../config/resolve-options';
import { isConnectorTestError, isErrorLike, stackFrames } from '../errors';
import type { Json } from '../json';
import type { NeededAnswer } from '../lazy';
import { isWorkflowPath } from '../scenario/awaited-states';
import { awaitWorkflow, type Progress, type RunningWorkflows, workflowRoots } from './await-workflow';
import { type AnyApiScenario, buildCall } from './build-call';
import { neededResults } from './needed-results';
import type { ErrorRecord, ScenarioResult, WorkflowRecord } from './scenario-result';

/** What a scenario runs with. */
export interface ScenarioRun {
  readonly scenario: AnyApiScenario;
  readonly options: ResolvedOptions;
  readonly client: Client;
  readonly context: object;
  /** The answers of the scenarios that this one needs. */
  readonly needed?: Readonly<Record<string, NeededAnswer>> | undefined;
  readonly progress?: Progress | undefined;
  readonly workflows?: RunningWorkflows | undefined;
}

/** What is known of a scenario so far; it stays when a later step fails. */
interface Course {
  readonly exchanges: Exchange[];
  outcomes: readonly CheckOutcome[];
  workflow?: WorkflowRecord | undefined;
}

/** Runs one scenario, start to end. Never rejects: whatever goes wrong is a failed result. */
export async function runScenario(run: ScenarioRun): Promise<ScenarioResult> {
  const started = performance.now();
  const course: Course = { exchanges: [], outcomes: [] };
  let error: ErrorRecord | undefined;
  try {
    await follow(run, course);
  } catch (thrown) {
    error = errorRecord(thrown);
  }

  const { scenario, needed } = run;
  const { exchanges, outcomes, workflow } = course;
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
    ...(workflow === undefined ? {} : { workflow }),
    ...(error === undefined ? {} : { error }),
    ...(success || needed === undefined ? {} : { given: bodiesOf(needed) }),
  };
}

/** Arguments, request, the end of its workflow, checks. */
async function follow(run: ScenarioRun, course: Course): Promise<void> {
  const { scenario, options, client, context, needed = {} } = run;
  const call = await buildCall(scenario, options, { context, results: neededResults(scenario, needed) });
  const onExchange = (exchange: Exchange) => void course.exchanges.push(exchange);
  const answer = await client.call(scenario.api, call.args, { ...call.options, onExchange });

  const { workflow, error } = await awaitWorkflow(run, answer, call.options);
  course.workflow = workflow;
  // A wait in vain is told once, and not again by each check of what it did not bring.
  const checks = error === undefined ? scenario.assertThat : withoutWorkflow(scenario.assertThat);
  course.outcomes = evaluate(answerSubject(answer, workflowRoots(workflow)), checks);
  if (error !== undefined) throw error;
  // Here the workflow is in the state that was waited for: what it wrote can be looked at.
}

function withoutWorkflow(assertThat: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(assertThat).filter(([path]) => !isWorkflowPath(path)));
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

/** What a scenario gives to those that need it. */
export function neededAnswer({ response, workflow }: ScenarioResult): NeededAnswer | undefined {
  const { $workflow } = workflowRoots(workflow) as { $workflow?: NonNullable<NeededAnswer['workflow']> };
  return response && { ...response, ...($workflow === undefined ? {} : { workflow: $workflow }) };
}

function bodiesOf(needed: Readonly<Record<string, NeededAnswer>>): Record<string, Json> {
  return Object.fromEntries(Object.entries(needed).map(([name, { body }]) => [name, body]));
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
