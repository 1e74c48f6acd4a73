// A user's fake timers must not stop our clock.
import { performance } from 'node:perf_hooks';
import { evaluate } from '../assertions/evaluate';
import type { CheckOutcome } from '../assertions/outcome';
import { responseSubject } from '../assertions/subject';
import type { Client } from '../client/client';
import type { Exchange } from '../client/client-options';
import { validCallOptions } from '../client/validate-client-options';
import type { ResolvedOptions } from '../config/resolve-options';
import { defined } from '../defined';
import type { NeededResponse } from '../lazy';
import { awaitedStates, isWorkflowPath } from '../scenario/awaited-states';
import { asksForOutput } from '../scenario/output-fields';
import type { AnyApiScenario } from '../scenario/scenario';
import { exchangeRecords } from './exchange-records';
import { errorRecord } from './failed-result';
import type { ForbiddenSecrets } from './forbidden-secrets';
import { bodiesOf, neededResults } from './needed-results';
import { type Progress, silently } from './progress';
import { type Attempt, Attempts, type TryOnce } from './repeat/attempt';
import { callUntilItHolds, type Repetition } from './repeat/call-until-it-holds';
import { callWithRetries } from './repeat/call-with-retries';
import { buildCall } from './request/build-call';
import type { Call, PartsListener } from './request/call';
import { checkInput, type ContractCache } from './request/input-contract';
import type { ErrorRecord, ScenarioResult, WorkflowRecord } from './scenario-result';
import { type Awaited, awaitWorkflow, type RunningWorkflows, workflowRoots } from './workflow/await-workflow';

/** The context of a scenario. */
export interface ScenarioRun {
  readonly scenario: AnyApiScenario;
  readonly options: ResolvedOptions;
  readonly client: Client;
  readonly context: object;
  /** Called with the source of each part of the request. */
  readonly onParts?: PartsListener | undefined;
  /** The responses of the scenarios that this one needs. */
  readonly needed?: Readonly<Record<string, NeededResponse>> | undefined;
  readonly contracts?: ContractCache | undefined;
  readonly report?: ((line: string) => void) | undefined;
  readonly progress?: Progress | undefined;
  readonly workflows?: RunningWorkflows | undefined;
  /** The base folder of relative output paths, and whether baselines are written; unknown without our global setup. */
  readonly outputs?: { readonly folder: string; readonly update: boolean | undefined } | undefined;
}

/** What is known about a scenario so far; it is kept if a later step fails. */
interface Course {
  /** In milliseconds since 1970. */
  readonly began: number;
  readonly attempts: Attempts;
  /** Only if secrets are forbidden in responses. */
  readonly secrets: ForbiddenSecrets | undefined;
  exchange?: Exchange;
  outcomes: readonly CheckOutcome[];
  workflow?: WorkflowRecord | undefined;
  output?: readonly string[];
}

/** Runs one scenario. Never rejects: any error becomes a failed result. */
export async function runScenario(run: ScenarioRun): Promise<ScenarioResult> {
  const started = performance.now();
  const secrets = forbiddenSecrets(run);
  const course: Course = { began: Date.now(), attempts: new Attempts(), outcomes: [], secrets };
  let error: ErrorRecord | undefined;
  try {
    await follow(run, course);
  } catch (thrown) {
    error = errorRecord(thrown);
  }

  const { scenario, needed } = run;
  const { attempts, exchange, workflow, output = [] } = course;
  const outcomes = [...course.outcomes, ...(course.secrets?.outcomes() ?? [])];
  const success = error === undefined && outcomes.length > 0 && outcomes.every(({ passed }) => passed);
  return {
    name: scenario.name,
    api: scenario.api,
    ...defined({ description: scenario.description }),
    success,
    status: success ? 'passed' : 'failed',
    durationMs: performance.now() - started,
    attempts: exchange === undefined ? 0 : attempts.count,
    ...(attempts.count > 1 ? { tries: attempts.records } : {}),
    ...exchangeRecords(exchange),
    outcomes,
    ...defined({
      workflow,
      output: output.length === 0 ? undefined : output,
      error,
      given: success || needed === undefined ? undefined : bodiesOf(needed),
    }),
  };
}

function forbiddenSecrets({ scenario, options }: ScenarioRun): ForbiddenSecrets | undefined {
  if (!(scenario.forbidSecretsInResponses ?? options.forbidSecretsInResponses)) return undefined;
  const { ForbiddenSecrets } = require('./forbidden-secrets') as typeof import('./forbidden-secrets');
  return new ForbiddenSecrets();
}

/** The steps: arguments, request, waiting for the workflow, checks. */
async function follow(run: ScenarioRun, course: Course): Promise<void> {
  const { scenario, options, client, context, needed = {}, onParts } = run;
  const call = await buildCall(scenario, options, { context, results: neededResults(scenario, needed), onParts });
  if (scenario.api === 'workflow') {
    await checkInput(run, call);
  }
  const once = (timeout?: number) => callOnce(run, timeout === undefined ? call : withTimeout(call, timeout), course);
  if (scenario.eventually !== undefined) return untilItHolds(run, { args: call.args, once }, course);

  const { response, thrown } = await firstResponse(run, once, course.attempts);
  if (response === undefined) throw thrown;
  const awaited = awaitedStates(scenario);
  const { workflow, error }: Awaited =
    awaited.length === 0 ? {} : await awaitWorkflow({ ...run, awaited }, response, call.options);
  course.workflow = workflow;
  if (workflow !== undefined) course.secrets?.noteWorkflow({ result: workflow.result, error: workflow.error });
  // A failed wait is reported once, not again by each check of its missing data.
  const checks = error === undefined ? scenario.assertThat : withoutWorkflow(scenario.assertThat);
  course.outcomes = evaluate(responseSubject(response, workflowRoots(workflow)), checks, options);
  if (scenario.mustNotStart === true) {
    const { checkNotStarted } = require('./workflow/must-not-start') as typeof import('./workflow/must-not-start');
    course.outcomes = [...course.outcomes, await checkNotStarted(response, client, call.options)];
  }
  if (error !== undefined) throw error;
  if (asksForOutput(scenario)) await probeOutput(run, course);
}

/** The workflow reached the awaited status, so its output is checked. */
async function probeOutput({ scenario, options, outputs, report }: ScenarioRun, course: Course): Promise<void> {
  const { checkOutput } = require('./check-output') as typeof import('./check-output');
  const { workflowId, runId } = course.workflow ?? {};
  const { outcomes, reports, warnings, notices } = await checkOutput(scenario, {
    ...{
      workflowId,
      runId,
      since: course.began,
      basePath: options.extractedOutputBasePath,
      folder: outputs?.folder ?? '.',
    },
    update: outputs?.update === true,
    othersHold: course.outcomes.every(({ passed }) => passed),
    setupRan: outputs?.update !== undefined,
  });
  course.outcomes = [...course.outcomes, ...outcomes];
  course.output = reports;
  for (const line of [...notices, ...warnings.map((warning) => `${scenario.name}: ${warning}`)]) report?.(line);
}

function callOnce({ scenario, client }: ScenarioRun, { args, options }: Call, course: Course): Promise<Attempt> {
  let exchange: Exchange | undefined;
  const onExchange = (each: Exchange): void => {
    exchange = course.exchange = each;
    course.secrets?.note(each);
  };
  return client.call(scenario.api, args, validCallOptions({ ...options, onExchange })).then(
    (response) => ({ response, exchange }),
    (thrown: unknown) => ({ thrown, exchange }),
  );
}

/** The only attempt, or the last one with `retries`. */
function firstResponse({ scenario, options }: ScenarioRun, once: TryOnce, attempts: Attempts): Promise<Attempt> {
  if (scenario.retries !== undefined) {
    return callWithRetries({ scenario, definition: options.apis[scenario.api] }, once, attempts);
  }
  return once().then((attempt) => {
    attempts.add(0, attempt);
    return attempt;
  });
}

async function untilItHolds(
  { scenario, options, progress = silently }: ScenarioRun,
  call: Pick<Repetition, 'args' | 'once'>,
  course: Course,
): Promise<void> {
  const held = await callUntilItHolds({ ...call, scenario, options, progress, attempts: course.attempts });
  course.outcomes = held.outcomes;
  const error = held.error ?? held.attempt.thrown;
  if (error !== undefined) throw error as Error;
}

/** The last attempts of a repeated scenario have less time. */
function withTimeout({ args, options }: Call, timeout: number): Call {
  return { args, options: { ...options, timeout: Math.min(options.timeout ?? Infinity, timeout) } };
}

function withoutWorkflow(assertThat: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(assertThat).filter(([path]) => !isWorkflowPath(path)));
}

/** The part of a scenario's result that is passed to scenarios that need it. */
export function neededResponse({ response, workflow }: ScenarioResult): NeededResponse | undefined {
  const { $workflow } = workflowRoots(workflow) as { $workflow?: NonNullable<NeededResponse['workflow']> };
  return response && { ...response, ...defined({ workflow: $workflow }) };
}
