import { type Client, createClient } from '../../client/client';
import type { ExchangeListener } from '../../client/client-options';
import type { BlockContext } from '../../config/options';
import type { ResolvedOptions } from '../../config/resolve-options';
import type { AnyApiScenario } from '../../runner/request/build-call';
import type { ContractCache } from '../../runner/request/input-contract';
import { redactResult } from '../../runner/redact-result';
import { alsoFailed, failedResult } from '../../runner/failed-result';
import { runScenario } from '../../runner/run-scenario';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { Scenario } from '../../scenario/scenario';
import { callHook } from './call-hook';
import { createDebugLog } from '../output/create-debug-log';
import type { DebugLog } from '../output/debug-log';
import { AwaitedWorkflows } from '../channel/awaited-workflows';
import type { Block } from './block';
import { BlockWatch } from './block-watch';
import { CurrentScenario } from './current-scenario';
import { missingError } from './missing-requirements';
import { type Responses, NeededScenarios } from './needed-scenarios';
import { notice, withProgress } from '../output/progress';
import { serverAccess } from '../server/server-access';
import { ServerLog } from '../server/server-log';
import { notRunError, setupNotRun } from '../failure/setup-errors';
import { testError } from '../failure/test-error';
import { currentTestFile } from '../test-file';
import { MARGIN_MS, testLimit } from './test-limit';

/** One block while it runs: its context, its client, and what came of each scenario. */
export class SuiteRun<Context> {
  readonly #block: Block<Context>;
  readonly #context: Context & BlockContext;
  readonly #client: Client;
  readonly #debug: DebugLog | undefined;
  readonly #log: ServerLog | undefined;
  readonly #results = new Map<string, ScenarioResult>();
  readonly #current: CurrentScenario;
  readonly #workflows: AwaitedWorkflows;
  readonly #needed: NeededScenarios;
  readonly #watch: BlockWatch;
  readonly #contracts: ContractCache = new Map();
  #setupError: unknown;
  #setupFailed = false;
  #setupErrorShownBy: string | undefined;

  constructor(block: Block<Context>) {
    const { workflowEndpoint, timeout, healthPath, apis, axios } = block.options;
    this.#block = block;
    this.#current = new CurrentScenario(block.name, block.scenarios);
    this.#needed = new NeededScenarios(block.scenarios, this.#runWithin);
    this.#log = block.app === undefined ? undefined : new ServerLog(block.app);
    this.#debug = block.debug && createDebugLog(block.debug);
    const access = serverAccess(block.options);
    this.#workflows = new AwaitedWorkflows(access, block.channel);
    const clientOptions = {
      ...{ ...access, workflowEndpoint, timeout, healthPath, apis },
      ...(axios === undefined ? {} : { axios }),
    };
    const onExchange: ExchangeListener = (exchange) => {
      this.#log?.noteExchange(exchange);
      this.#debug?.onExchange(exchange);
    };
    this.#client = createClient(clientOptions, onExchange, {
      ...{ onSurplus: this.#debug?.onSurplus, ended: currentTestFile()?.ended },
    });
    this.#context = { client: this.#client } as Context & BlockContext;
    this.#watch = new BlockWatch(block as Block<unknown>, this.#context);
  }

  /** Jest's limit for each hook of the block, in milliseconds. */
  get hookLimit(): number {
    return this.#block.options.hookTimeout + this.#block.options.healthTimeout + MARGIN_MS;
  }

  /** Jest's limit for the test of a scenario, in milliseconds. */
  testLimit(scenario: AnyApiScenario): number {
    return testLimit(scenario, this.#block.options, this.#block.scenarios);
  }

  get hasBeforeScenario(): boolean {
    return this.#block.options.beforeScenario !== undefined;
  }

  get hasAfterScenario(): boolean {
    return this.#block.options.afterScenario !== undefined;
  }

  /** beforeAll. A failure is kept and thrown by the scenarios: Jest would print it in full for each of them. */
  readonly setUp = async (): Promise<void> => {
    const { options, serverChecked, setupMissing } = this.#block;
    this.#watch.start();
    try {
      if (setupMissing) throw setupNotRun();
      if (!serverChecked)
        await (require('../server/server-is-up') as typeof import('../server/server-is-up')).serverIsUp(options);
      await this.#hook('setupTestEnvironment', () => options.setupTestEnvironment?.(this.#context));
    } catch (error) {
      this.#setupFailed = true;
      this.#setupError = error;
    }
  };

  /** afterAll. */
  readonly tearDown = async (): Promise<void> => {
    try {
      await this.#hook('cleanupTestEnvironment', () => this.#block.options.cleanupTestEnvironment?.(this.#context));
    } finally {
      await this.#watch.stop();
      await this.#workflows.close();
      this.#client.close();
      this.#log?.close();
    }
  };

  /** beforeEach. */
  readonly beforeScenario = async (): Promise<void> => {
    const scenario = this.#currentScenario();
    if (this.#setupFailed || this.#block.missing.has(scenario.name)) return;
    try {
      const before = (): unknown => this.#block.options.beforeScenario?.(scenario, this.#context);
      await this.#hook('beforeScenario', before, scenario);
    } catch (error) {
      this.#results.set(scenario.name, failedResult(scenario as AnyApiScenario, error));
      throw error;
    }
  };

  /** The test itself. */
  readonly scenario = async (scenario: AnyApiScenario): Promise<void> => {
    if (this.#setupFailed) throw this.#setupFailure(scenario);
    const result = await this.#needed.responsesFor(scenario).then(
      (needed) => this.#run(scenario, needed),
      (error) => failedResult(scenario, error),
    );
    this.#needed.note(result);
    if (this.hasAfterScenario) this.#results.set(scenario.name, redactResult(result));
    if (!result.success) throw testError(result, this.#block.locator.scenarioFrame(scenario), this.#watch.causes);
  };

  async #run(scenario: AnyApiScenario, needed: Responses | undefined): Promise<ScenarioResult> {
    const run = {
      ...{ scenario, options: this.#block.options as ResolvedOptions, client: this.#client, context: this.#context },
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
      await this.#hook('beforeScenario', () => beforeScenario?.(scenario as Scenario, this.#context));
      result = await this.#run(scenario, needed);
    } catch (error) {
      result = failedResult(scenario, error);
    }
    const after = (): unknown => afterScenario?.(scenario as Scenario, redactResult(result), this.#context);
    return this.#hook('afterScenario', after).then(
      () => result,
      (error) => alsoFailed(result, 'afterScenario', error),
    );
  };

  /** afterEach. */
  readonly afterScenario = async (): Promise<void> => {
    const scenario = this.#currentScenario();
    if (this.#setupFailed || this.#block.missing.has(scenario.name)) return;
    const result =
      this.#results.get(scenario.name) ?? failedResult(scenario as AnyApiScenario, 'The scenario did not end.');
    this.#results.delete(scenario.name);
    const after = (): unknown => this.#block.options.afterScenario?.(scenario, result, this.#context);
    await this.#hook('afterScenario', after, scenario);
  };

  #hook(name: string, hook: () => unknown, scenario?: Scenario): Promise<void> {
    return this.#watch.hook(name, () => callHook(name, this.#block.options.hookTimeout, hook), scenario);
  }

  /** The first scenario tells the whole story, again when Jest repeats its test; the others point to it. */
  #setupFailure({ name }: AnyApiScenario): unknown {
    this.#setupErrorShownBy ??= name;
    return this.#setupErrorShownBy === name ? this.#setupError : notRunError(name);
  }

  #currentScenario(): Scenario {
    return this.#current.of(this.#block.currentTestName());
  }
}
