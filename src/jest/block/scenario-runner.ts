import { type Client, createClient } from '../../client/client';
import type { ExchangeListener } from '../../client/client-options';
import type { BlockContext } from '../../config/options';
import type { ResolvedOptions } from '../../config/resolve-options';
import { defined } from '../../defined';
import { alsoFailed, failedResult } from '../../runner/failed-result';
import { redactResult } from '../../runner/redact-result';
import type { ContractCache } from '../../runner/request/input-contract';
import { runScenario } from '../../runner/run-scenario';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { AnyApiScenario, Scenario } from '../../scenario/scenario';
import { AwaitedWorkflows } from '../channel/awaited-workflows';
import type { DebugLog } from '../output/debug-log';
import { createDebugLog } from '../output/lazy-debug-log';
import { notice, withProgress } from '../output/progress';
import { serverAccess } from '../server/server-access';
import { ServerLog } from '../server/server-log';
import { currentTestFile } from '../test-file';
import { BlockWatch } from '../watch/block-watch';
import type { Block } from './block';
import { callHook } from './call-hook';
import { missingError } from './missing-requirements';
import { NeededScenarios, type Responses } from './needed-scenarios';

/** Runs the scenarios of a block, and those that they need, with what they share: client, context and logs. */
export class ScenarioRunner<Context> {
  readonly context: Context & BlockContext;
  readonly #block: Block<Context>;
  readonly #client: Client;
  readonly #debug: DebugLog | undefined;
  readonly #log: ServerLog | undefined;
  readonly #workflows: AwaitedWorkflows;
  readonly #needed: NeededScenarios;
  readonly #watch: BlockWatch;
  readonly #contracts: ContractCache = new Map();

  constructor(block: Block<Context>) {
    const { workflowEndpoint, timeout, healthPath, apis, axios } = block.options;
    this.#block = block;
    this.#needed = new NeededScenarios(block.scenarios, this.#runWithin);
    this.#log = block.app === undefined ? undefined : new ServerLog(block.app);
    this.#debug = block.debug && createDebugLog(block.debug);
    const access = serverAccess(block.options);
    this.#workflows = new AwaitedWorkflows(access, block.channel);
    const clientOptions = { ...access, ...defined({ workflowEndpoint, timeout, healthPath, apis, axios }) };
    const onExchange: ExchangeListener = (exchange) => {
      this.#log?.noteExchange(exchange);
      this.#debug?.onExchange(exchange);
    };
    this.#client = createClient(clientOptions, onExchange, {
      ...{ onSurplus: this.#debug?.onSurplus, ended: currentTestFile()?.ended },
    });
    this.context = { client: this.#client } as Context & BlockContext;
    this.#watch = new BlockWatch(block as Block<unknown>, this.context);
  }

  /** Before anything of the block runs. */
  start(): void {
    this.#watch.start();
  }

  /** After all else of the block. */
  async close(): Promise<void> {
    await this.#watch.stop();
    await this.#workflows.close();
    this.#client.close();
    this.#log?.close();
  }

  /** Runs a scenario in its own test, after those that it needs; never rejects. */
  async run(scenario: AnyApiScenario): Promise<ScenarioResult> {
    const result = await this.#needed.responsesFor(scenario).then(
      (needed) => this.#run(scenario, needed),
      (error: unknown) => failedResult(scenario, error),
    );
    this.#needed.note(result);
    return result;
  }

  /** Calls a hook of the user's, within its time. */
  hook(name: string, hook: () => unknown, scenario?: Scenario): Promise<void> {
    return this.#watch.hook(name, () => callHook(name, this.#block.options.hookTimeout, hook), scenario);
  }

  /** What made scenarios of the block fail so far. */
  get causes(): BlockWatch['causes'] {
    return this.#watch.causes;
  }

  async #run(scenario: AnyApiScenario, needed: Responses | undefined): Promise<ScenarioResult> {
    const run = {
      ...{ scenario, options: this.#block.options as ResolvedOptions, client: this.#client, context: this.context },
      ...{ progress: withProgress, report: notice, workflows: this.#workflows, contracts: this.#contracts, needed },
      outputs: this.#block.outputs,
    };
    this.#log?.begin();
    this.#watch.scenario(scenario.name);
    const running = this.#debug?.scenario((onParts) => runScenario({ ...run, onParts })) ?? runScenario(run);
    const result = this.#watch.ended(scenario, await running);
    if (result.success) return result;
    const notes = this.#watch.notes(scenario, result);
    return { ...result, ...(await this.#log?.aboutFailure(result)), ...(notes.length > 0 && { notes }) };
  }

  /** In the test of another, so with the hooks that Jest would have called. */
  readonly #runWithin = async (scenario: AnyApiScenario, needed: Responses): Promise<ScenarioResult> => {
    const missing = this.#block.missing.get(scenario.name);
    if (missing) return failedResult(scenario, missingError(scenario.name, missing, undefined));
    const { beforeScenario, afterScenario } = this.#block.options;
    let result: ScenarioResult;
    try {
      await this.hook('beforeScenario', () => beforeScenario?.(scenario as Scenario, this.context));
      result = await this.#run(scenario, needed);
    } catch (error) {
      result = failedResult(scenario, error);
    }
    const after = (): unknown => afterScenario?.(scenario as Scenario, redactResult(result), this.context);
    return this.hook('afterScenario', after).then(
      () => result,
      (error: unknown) => alsoFailed(result, 'afterScenario', error),
    );
  };
}
