// A test's fake timers must not stop ours.
import { setImmediate } from 'node:timers';
import type { Causes } from '../../report/cause';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { Block } from '../block/block';
import type { RunningScenarios } from '../block/running-scenarios';
import { marked } from '../failure/lazy-marked';
import type { Located } from '../failure/locator';
import { ContextPromises } from './context-promises';
import { NearMissNotices } from './near-miss-notices';
import { attributeRejections } from './unawaited-rejections';

/** Tracks what a block is doing, to explain what only shows up later: unawaited promises and unset variables. */
export class BlockWatch {
  readonly #block: Block<unknown>;
  readonly #context: object;
  readonly #running: RunningScenarios;
  /** The causes that earlier failures have reported. */
  readonly causes: Causes = new Map();
  readonly #promises = new ContextPromises();
  readonly #nearMisses = new NearMissNotices();
  #doing = 'before any hook or scenario ran';
  #end: () => void = () => undefined;

  constructor(block: Block<unknown>, context: object, running: RunningScenarios) {
    this.#block = block;
    this.#context = context;
    this.#running = running;
  }

  start(): void {
    this.#end();
    this.#end = attributeRejections(
      () => `${this.#running.inTurn?.doing ?? this.#doing} (in the block "${this.#block.name}")`,
    );
  }

  /** Stops after rejections that are still to be reported, because Node reports them when all other callbacks are done. */
  async stop(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#end();
  }

  /** Runs a user's hook; a failing hook that Jest calls around a scenario's test also fails the scenario. */
  async hook(name: string, call: () => Promise<void>, scenario?: Located): Promise<void> {
    this.#begins(`in or after ${name}`);
    await (scenario === undefined ? call() : marked(call(), () => this.#block.locator.scenarioFrame(scenario)));
    // Node reports rejections in the next turn of the event loop. For ordinary tests, Jest waits for that.
    if (this.#running.inTurn !== undefined) await new Promise((resolve) => setImmediate(resolve));
    this.#promises.check(name, this.#context);
  }

  scenario(name: string): void {
    this.#begins(`while the scenario "${name}" ran`);
  }

  #begins(doing: string): void {
    const { inTurn } = this.#running;
    if (inTurn === undefined) this.#doing = doing;
    else inTurn.doing = doing;
  }

  /** Called when a scenario has run. */
  ended(scenario: Located, result: ScenarioResult): ScenarioResult {
    this.#nearMisses.of(result, () => this.#block.locator.scenarioFrame(scenario));
    return result;
  }

  /** Notes on other possible causes of a scenario's failure. */
  notes(scenario: Located, result: ScenarioResult): string[] {
    // If there is a response, the arguments were valid.
    const promises = result.response === undefined ? this.#promises.notes(this.#context) : [];
    // Values that are undefined because of an unawaited promise have nothing to do with the environment.
    if (promises.length > 0) return promises;
    const { environmentNotes } =
      require('../failure/environment-notes') as typeof import('../failure/environment-notes');
    const { files, locator } = this.#block;
    return environmentNotes(result, files, () => locator.sourceFiles(scenario));
  }
}
