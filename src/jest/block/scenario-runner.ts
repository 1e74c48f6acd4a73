import { type Client, createClient } from '../../client/client';
import type { Exchange, ExchangeListener } from '../../client/client-options';
import type { BlockContext } from '../../config/options';
import type { ResolvedOptions } from '../../config/resolve-options';
import { withDeadline } from '../../deadline';
import { failedResult } from '../../runner/failed-result';
import type { ContractCache } from '../../runner/request/input-contract';
import { runScenario, type ScenarioRun } from '../../runner/run-scenario';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { AnyApiScenario, Scenario } from '../../scenario/scenario';
import { AwaitedWorkflows } from '../channel/awaited-workflows';
import { type Turn, Turns } from '../concurrency/turns';
import { turnTooLong, waiterOf } from '../concurrency/waiter';
import type { DebugLog } from '../output/debug-log';
import { createDebugLog } from '../output/lazy-debug-log';
import { notice, withProgress } from '../output/progress';
import { blockClientOptions, serverAccess } from '../server/server-access';
import { ServerLog } from '../server/server-log';
import { currentTestFile } from '../test-file';
import { BlockWatch } from '../watch/block-watch';
import type { Block } from './block';
import { callHook } from './call-hook';
import { missingError } from './missing-requirements';
import { NeededScenarios, type Responses } from './needed-scenarios';
import { type RunningScenario, RunningScenarios } from './running-scenarios';
import { type HookFailure, ScenarioHooks } from './scenario-hooks';
import { turnLimit } from './test-limit';

/** Runs the scenarios of a block, and those that they need, with a shared client, context and logs. */
export class ScenarioRunner<Context> {
  readonly context: Context & BlockContext;
  readonly #block: Block<Context>;
  readonly #client: Client;
  readonly #debug: DebugLog | undefined;
  readonly #log: ServerLog | undefined;
  readonly #workflows: AwaitedWorkflows;
  readonly #needed: NeededScenarios;
  readonly #watch: BlockWatch;
  readonly #running: RunningScenarios;
  /** Only set when scenarios run concurrently. */
  readonly #turns: Turns | undefined;
  readonly #hooks: ScenarioHooks<Context>;
  readonly #contracts: ContractCache = new Map();

  constructor(block: Block<Context>) {
    this.#block = block;
    const isConcurrent = block.concurrency.limit > 1;
    this.#turns = isConcurrent ? new Turns(block.concurrency.limit, block.scenarios) : undefined;
    this.#running = new RunningScenarios(isConcurrent);
    this.#hooks = new ScenarioHooks(
      block.options,
      () => this.context,
      (...hook) => this.hook(...hook),
    );
    this.#needed = new NeededScenarios(block.scenarios, this.#runWithin, isConcurrent);
    this.#log = block.app === undefined ? undefined : new ServerLog(block.app);
    this.#debug = block.debug && createDebugLog(block.debug);
    const clientOptions = blockClientOptions(block.options);
    this.#workflows = new AwaitedWorkflows(serverAccess(block.options), block.channel);
    this.#client = createClient(clientOptions, this.#onExchange, {
      ...{ onSurplus: this.#debug?.onSurplus, ended: currentTestFile()?.ended },
    });
    this.context = { client: this.#client } as Context & BlockContext;
    this.#watch = new BlockWatch(block as Block<unknown>, this.context, this.#running);
  }

  /** Called before anything else of the block runs. */
  start(): void {
    this.#watch.start();
  }

  /** Called after everything else of the block. */
  async close(): Promise<void> {
    await this.#watch.stop();
    await this.#workflows.close();
    this.#client.close();
    this.#log?.close();
  }

  /** Runs a scenario in its own test, after the scenarios that it needs; never rejects. */
  run(scenario: AnyApiScenario): Promise<ScenarioResult> {
    const turns = this.#turns;
    const inTurn = (work: () => Promise<ScenarioResult>): Promise<ScenarioResult> =>
      turns === undefined ? work() : this.#inTurn(scenario, turns, work);
    return this.#needed.own(scenario, (needed) => {
      if (needed === undefined) return inTurn(() => this.#run(scenario, undefined));
      return needed.then(
        (responses) => inTurn(() => this.#run(scenario, responses)),
        (error: unknown) => inTurn(() => Promise.resolve(failedResult(scenario, error))),
      );
    });
  }

  /** The failure of a user's hook around a concurrent scenario; in ordinary tests, Jest reports it. */
  hookFailure(result: ScenarioResult): HookFailure | undefined {
    return this.#hooks.failureOf(result);
  }

  /** Calls a user's hook with its time limit. */
  hook(name: string, hook: () => unknown, scenario?: Scenario): Promise<void> {
    this.#block.journal?.flush();
    const { locator, options } = this.#block;
    const called = { name, blockFrame: locator.blockFrame };
    return this.#watch.hook(name, () => callHook(called, options.hookTimeout, hook), scenario);
  }

  /** The causes of the block's failures so far. */
  get causes(): BlockWatch['causes'] {
    return this.#watch.causes;
  }

  readonly #onExchange: ExchangeListener = (exchange) => {
    const running = this.#running.current;
    running?.log?.noteExchange(exchange);
    if (running?.exchanges === undefined) this.#debug?.onExchange(exchange);
    else running.exchanges.push(exchange);
  };

  /** Waits for the scenario's turn and calls the hooks, because Jest calls none for a concurrent test. */
  #inTurn(scenario: AnyApiScenario, turns: Turns, run: () => Promise<ScenarioResult>): Promise<ScenarioResult> {
    const limit = turnLimit(scenario, this.#block.options);
    const work = (turn: Turn): Promise<ScenarioResult> =>
      withDeadline(
        this.#running.duringTurn(turn, () => this.#hooks.around(scenario, run)),
        limit,
        () => turnTooLong(scenario.name, limit),
      );
    return turns
      .take(waiterOf(scenario, this.#block.outputs.update), work)
      .catch((error: unknown) => failedResult(scenario, error));
  }

  #run(scenario: AnyApiScenario, needed: Responses | undefined): Promise<ScenarioResult> {
    return this.#running.during((running) => this.#runAs(running, scenario, needed));
  }

  async #runAs(
    running: RunningScenario,
    scenario: AnyApiScenario,
    needed: Responses | undefined,
  ): Promise<ScenarioResult> {
    const run = {
      scenario,
      options: this.#block.options as ResolvedOptions,
      client: this.#client,
      context: this.context,
      progress: withProgress,
      report: notice,
      workflows: this.#workflows,
      contracts: this.#contracts,
      needed,
      outputs: this.#block.outputs,
    };
    this.#block.journal?.began(scenario);
    running.log = this.#log?.begin();
    this.#watch.scenario(scenario.name);
    const debug = this.#debug;
    const ran = await (debug === undefined ? runScenario(run) : this.#debugged(debug, running, run));
    const result = this.#watch.ended(scenario, ran);
    if (result.success) return result;
    const notes = this.#watch.notes(scenario, result);
    const about = await running.log?.aboutFailure(result, running.turn?.others);
    return { ...result, ...about, ...(notes.length > 0 && { notes }) };
  }

  async #debugged(debug: DebugLog, running: RunningScenario, run: ScenarioRun): Promise<ScenarioResult> {
    const exchanges = (running.exchanges = [] as Exchange[]);
    try {
      return await debug.scenario((onParts) => runScenario({ ...run, onParts }), exchanges);
    } finally {
      delete running.exchanges;
    }
  }

  /** Runs in another scenario's test, with the hooks that Jest would have called. */
  readonly #runWithin = async (scenario: AnyApiScenario, needed: Responses): Promise<ScenarioResult> => {
    const missing = this.#block.missing.get(scenario.name);
    if (missing) return failedResult(scenario, missingError(scenario.name, missing, undefined));
    const run = (): Promise<ScenarioResult> => this.#run(scenario, needed);
    return this.#turns === undefined ? this.#hooks.around(scenario, run) : this.#inTurn(scenario, this.#turns, run);
  };
}
