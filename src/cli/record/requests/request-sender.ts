import { custom } from '../../../assertions';
import { createClient } from '../../../client/client';
import type { ConnectorConfig } from '../../../config/options';
import { resolveOptions } from '../../../config/resolve-options';
import { defined } from '../../../defined';
import type { EnvironmentOptions } from '../../../env/variables';
import { blockClientOptions } from '../../../jest/server/server-access';
import { runScenario } from '../../../runner/run-scenario';
import type { ErrorRecord, ScenarioResult } from '../../../runner/scenario-result';
import { type RunningWorkflows, workflowRoots } from '../../../runner/workflow/await-workflow';
import { stopWorkflow } from '../../../runner/workflow/poll-workflow';
import { FINAL_STATES } from '../../../scenario/awaited-states';
import type { AnyApiScenario } from '../../../scenario/scenario';
import type { Observation } from '../../../strength/observation';
import { endWhenInterrupted } from '../../interruption';
import { sentArgs } from './args-tree';
import type { PlannedRequest } from './planned-request';

/** The server, and how requests to it are made. */
export interface SenderOptions {
  readonly url: string;
  readonly config: ConnectorConfig;
  readonly environment: EnvironmentOptions;
  /** Reports what is waited for. */
  readonly progress: (text: () => string) => void;
}

/** What one request led to. */
export interface Sent {
  /** Absent if there was no usable response. */
  readonly observation?: Observation | undefined;
  /** Why there was none, or why the workflow that was started has no known end. */
  readonly why?: string | undefined;
}

/** Sends requests as scenarios do. */
export interface RequestSender {
  send(request: PlannedRequest): Promise<Sent>;
  close(): void;
}

const STOP_TIMEOUT_MS = 5_000;

/** Makes a sender. A workflow that is awaited is stopped if the command is interrupted. */
export function createRequestSender({ url, config, environment, progress }: SenderOptions): RequestSender {
  const options = resolveOptions({
    ...{ config, options: {} },
    environment: { ...environment, serverHost: url },
    startedAppUrl: undefined,
  });
  const client = createClient(blockClientOptions(options));
  return {
    async send(request) {
      progress(() => `sending ${request.name}`);
      const scenario = scenarioOf(request);
      const waiting = setInterval(() => progress(() => `waiting for ${request.name}`), 1_000);
      const run = { scenario, options, client, context: {}, workflows: interruptible() };
      const result = await runScenario(run).finally(() => clearInterval(waiting));
      return sentOf(result);
    },
    close: () => client.close(),
  };
}

/** It accepts every response, and waits for any end. */
function scenarioOf({ name, api, args, isRefusal }: PlannedRequest): AnyApiScenario {
  return {
    ...{ name, api, args: sentArgs(args) },
    assertThat: { '$http.status': custom(() => true, 'any status') },
    // A workflow that should not have been started is stopped.
    ...(api !== 'workflow' ? {} : isRefusal ? { mustNotStart: true } : { waitFor: FINAL_STATES }),
  } as AnyApiScenario;
}

function interruptible(): RunningWorkflows {
  return {
    add: async (run) =>
      endWhenInterrupted(() => stopWorkflow({ ...run, call: { ...run.call, timeout: STOP_TIMEOUT_MS } })),
  };
}

function sentOf({ response, workflow, error }: ScenarioResult): Sent {
  if (response === undefined) return { why: reasonOf(error) };
  const { $workflow } = workflowRoots(workflow) as { $workflow?: Readonly<Record<string, unknown>> };
  const end = workflow?.ending === 'final' ? workflow.states.at(-1)?.status : undefined;
  return { observation: { ...response, ...defined({ end, workflow: $workflow }) }, why: reasonOf(error) };
}

/** An error of a scenario in one line. */
function reasonOf(error: ErrorRecord | undefined): string | undefined {
  if (error === undefined) return undefined;
  const [what = ''] = error.message.split('\n');
  return [what, ...(error.why ?? '').split('\n')]
    .filter((line) => line !== '')
    .join(' ')
    .replace(/\.$/, '');
}
