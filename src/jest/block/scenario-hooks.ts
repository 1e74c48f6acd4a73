import type { BlockContext, ConnectorHooks } from '../../config/options';
import { alsoFailed, failedResult } from '../../runner/failed-result';
import { redactResult } from '../../runner/redact-result';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { AnyApiScenario, Scenario } from '../../scenario/scenario';

/** Calls a user's hook with its time limit. */
export type CallHook = (name: string, hook: () => unknown, scenario: Scenario) => Promise<void>;

/** The errors that hooks threw, and the scenario's own failure, if any. */
export interface HookFailure {
  readonly errors: readonly unknown[];
  readonly result?: ScenarioResult;
}

/** Runs the hooks around a scenario where Jest doesn't: inside another scenario's test and in concurrent tests. */
export class ScenarioHooks<Context> {
  readonly #hooks: ConnectorHooks<Context & BlockContext>;
  readonly #context: () => Context & BlockContext;
  readonly #call: CallHook;
  readonly #failures = new WeakMap<ScenarioResult, HookFailure>();

  constructor(hooks: ConnectorHooks<Context & BlockContext>, context: () => Context & BlockContext, call: CallHook) {
    this.#hooks = hooks;
    this.#context = context;
    this.#call = call;
  }

  /** Runs a scenario with its hooks; never rejects. */
  async around(scenario: AnyApiScenario, run: () => Promise<ScenarioResult>): Promise<ScenarioResult> {
    let result: ScenarioResult;
    try {
      await this.#before(scenario as Scenario);
      result = await run();
    } catch (error) {
      result = failedResult(scenario, error);
      this.#failures.set(result, { errors: [error] });
    }
    try {
      await this.#after(scenario as Scenario, result);
      return result;
    } catch (error) {
      const failed = alsoFailed(result, 'afterScenario', error);
      const { errors } = this.#failures.get(result) ?? { errors: [] };
      const byItself = !result.success && errors.length === 0;
      this.#failures.set(failed, { errors: [...errors, error], ...(byItself && { result }) });
      return failed;
    }
  }

  /** The hook failure that made a scenario fail, if any. */
  failureOf(result: ScenarioResult): HookFailure | undefined {
    return this.#failures.get(result);
  }

  async #before(scenario: Scenario): Promise<void> {
    const { beforeScenario } = this.#hooks;
    if (beforeScenario) await this.#call('beforeScenario', () => beforeScenario(scenario, this.#context()), scenario);
  }

  async #after(scenario: Scenario, result: ScenarioResult): Promise<void> {
    const { afterScenario } = this.#hooks;
    if (afterScenario === undefined) return;
    const after = (): unknown => afterScenario(scenario, redactResult(result), this.#context());
    await this.#call('afterScenario', after, scenario);
  }
}
