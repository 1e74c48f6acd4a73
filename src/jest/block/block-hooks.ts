import type { BlockContext } from '../../config/options';
import { failedResult } from '../../runner/failed-result';
import { redactResult } from '../../runner/redact-result';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { AnyApiScenario, Scenario } from '../../scenario/scenario';
import { requireNoHooks } from '../concurrency/choose-concurrency';
import { severalErrors, testError } from '../failure/lazy-test-error';
import { notRunError, setupNotRun } from '../failure/setup-errors';
import { serverIsUp } from '../server/server-is-up';
import type { Block } from './block';
import { CurrentScenario } from './current-scenario';
import { ScenarioRunner } from './scenario-runner';
import { concurrentLimit, MARGIN_MS, testLimit } from './test-limit';

/** The functions of a block that Jest calls: its hooks and the bodies of its tests. */
export class BlockHooks<Context> {
  readonly #block: Block<Context>;
  readonly #runner: ScenarioRunner<Context>;
  readonly #current: CurrentScenario;
  readonly #results = new Map<string, ScenarioResult>();
  #setupError: unknown;
  #setupFailed = false;
  #setupErrorShownBy: string | undefined;
  /** Jest's limit for each concurrent test, in milliseconds; computed once. */
  readonly #concurrentLimit: number;

  constructor(block: Block<Context>) {
    this.#block = block;
    this.#current = new CurrentScenario(block.name, block.scenarios);
    this.#runner = new ScenarioRunner(block);
    this.#concurrentLimit = this.isConcurrent ? concurrentLimit(block.options, block.scenarios) : 0;
  }

  /** Jest's limit for each hook of the block, in milliseconds. */
  get hookLimit(): number {
    return this.#block.options.hookTimeout + this.#block.options.healthTimeout + MARGIN_MS;
  }

  /** Jest's limit for the test of a scenario, in milliseconds. */
  testLimit(scenario: AnyApiScenario): number {
    const { options, scenarios } = this.#block;
    return this.isConcurrent ? this.#concurrentLimit : testLimit(scenario, options, scenarios);
  }

  /** Whether its scenarios run concurrently. */
  get isConcurrent(): boolean {
    return this.#block.concurrency.limit > 1;
  }

  /** Whether Jest has to call {@link beforeScenario}. */
  get hasBeforeScenario(): boolean {
    return !this.isConcurrent && this.#block.options.beforeScenario !== undefined;
  }

  /** Whether Jest has to call {@link afterScenario}. */
  get hasAfterScenario(): boolean {
    return !this.isConcurrent && this.#block.options.afterScenario !== undefined;
  }

  /** beforeAll. A failure is stored and thrown by the scenarios, because Jest would print it in full for each of them. */
  readonly setUp = async (): Promise<void> => {
    const { options, serverChecked, setupMissing, concurrency } = this.#block;
    this.#runner.start();
    try {
      if (setupMissing) throw setupNotRun();
      if (concurrency.hooksAround) requireNoHooks(concurrency.hooksAround());
      if (!serverChecked) await serverIsUp(options);
      await this.#hook('setupTestEnvironment', (context) => options.setupTestEnvironment?.(context));
    } catch (error) {
      this.#setupFailed = true;
      this.#setupError = error;
    }
  };

  /** afterAll. */
  readonly tearDown = async (): Promise<void> => {
    const { options } = this.#block;
    try {
      await this.#hook('cleanupTestEnvironment', (context) => options.cleanupTestEnvironment?.(context));
    } finally {
      await this.#runner.close();
    }
  };

  /** beforeEach. */
  readonly beforeScenario = async (): Promise<void> => {
    const scenario = this.#currentScenario();
    const { options, missing } = this.#block;
    if (this.#setupFailed || missing.has(scenario.name)) return;
    try {
      await this.#hook('beforeScenario', (context) => options.beforeScenario?.(scenario, context), scenario);
    } catch (error) {
      const result = failedResult(scenario as AnyApiScenario, error);
      this.#results.set(scenario.name, result);
      this.#block.journal?.ended(scenario as AnyApiScenario, result);
      throw error;
    }
  };

  /** The test itself. */
  readonly scenario = async (scenario: AnyApiScenario): Promise<void> => {
    if (this.#setupFailed) throw this.#setupFailure(scenario);
    const result = await this.#runner.run(scenario);
    this.#block.journal?.ended(scenario, result);
    if (result.success) this.#judge(scenario, result);
    if (this.hasAfterScenario) this.#results.set(scenario.name, redactResult(result));
    if (result.success) return;
    throw this.#failure(scenario, result);
  };

  /** afterEach. */
  readonly afterScenario = async (): Promise<void> => {
    const scenario = this.#currentScenario();
    const { options, missing } = this.#block;
    if (this.#setupFailed || missing.has(scenario.name)) return;
    const result =
      this.#results.get(scenario.name) ?? failedResult(scenario as AnyApiScenario, 'The scenario did not finish.');
    this.#results.delete(scenario.name);
    await this.#hook('afterScenario', (context) => options.afterScenario?.(scenario, result, context), scenario);
  };

  #judge(scenario: AnyApiScenario, result: ScenarioResult): void {
    const { strength, journal } = this.#block;
    if (strength !== undefined) journal?.judged(scenario, strength.judge(scenario, result));
  }

  #hook(name: string, hook: (context: Context & BlockContext) => unknown, scenario?: Scenario): Promise<void> {
    return this.#runner.hook(name, () => hook(this.#runner.context), scenario);
  }

  /** The first scenario reports the failure in full, also when Jest repeats its test; the others point to it. */
  #setupFailure(scenario: AnyApiScenario): unknown {
    const { name } = scenario;
    this.#setupErrorShownBy ??= name;
    if (this.#setupErrorShownBy === name) return this.#setupError;
    this.#block.journal?.notRun(scenario, `the set-up of the block failed; see "${this.#setupErrorShownBy}"`);
    return notRunError();
  }

  #failure(scenario: AnyApiScenario, result: ScenarioResult): unknown {
    const frame = this.#block.locator.scenarioFrame(scenario);
    const errorOf = (failed: ScenarioResult): unknown => testError(failed, frame, this.#runner.causes);
    const hook = this.isConcurrent ? this.#runner.hookFailure(result) : undefined;
    if (hook === undefined) return errorOf(result);
    return severalErrors(hook.result === undefined ? hook.errors : [errorOf(hook.result), ...hook.errors]);
  }

  #currentScenario(): Scenario {
    return this.#current.of(this.#block.currentTestName());
  }
}
