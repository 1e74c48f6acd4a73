// A test's fake timers must not stop ours.
import { setImmediate } from 'node:timers';
import type { Causes } from '../../report/cause';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { Block } from '../block/block';
import { marked } from '../failure/lazy-marked';
import type { Located } from '../failure/locator';
import { ContextPromises } from './context-promises';
import { NearMissNotices } from './near-miss-notices';
import { attributeRejections } from './unawaited-rejections';

/** Knows what a block is doing, for what is seen only later: promises that nobody awaited, variables that are not set. */
export class BlockWatch {
  readonly #block: Block<unknown>;
  readonly #context: object;
  /** What earlier failures have reported. */
  readonly causes: Causes = new Map();
  readonly #promises = new ContextPromises();
  readonly #nearMisses = new NearMissNotices();
  #doing = 'before any hook or scenario ran';
  #end: () => void = () => undefined;

  constructor(block: Block<unknown>, context: object) {
    this.#block = block;
    this.#context = context;
  }

  start(): void {
    this.#end();
    this.#end = attributeRejections(() => `${this.#doing} (in the block "${this.#block.name}")`);
  }

  /** After what the block has still to hear of: Node reports rejections when all else is done. */
  async stop(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#end();
  }

  /** Runs a hook of the user's; one that Jest calls around the test of a scenario fails that. */
  async hook(name: string, call: () => Promise<void>, scenario?: Located): Promise<void> {
    this.#doing = `in or after ${name}`;
    await (scenario === undefined ? call() : marked(call(), () => this.#block.locator.scenarioFrame(scenario)));
    this.#promises.check(name, this.#context);
  }

  scenario(name: string): void {
    this.#doing = `while the scenario "${name}" ran`;
  }

  /** A scenario has run. */
  ended(scenario: Located, result: ScenarioResult): ScenarioResult {
    this.#nearMisses.of(result, () => this.#block.locator.scenarioFrame(scenario));
    return result;
  }

  /** What else may be why a scenario failed. */
  notes(scenario: Located, result: ScenarioResult): string[] {
    // With an answer, the arguments were what they had to be.
    const promises = result.response === undefined ? this.#promises.notes(this.#context) : [];
    // What a promise left undefined has nothing to do with the environment.
    if (promises.length > 0) return promises;
    const { environmentNotes } =
      require('../failure/environment-notes') as typeof import('../failure/environment-notes');
    const { files, locator } = this.#block;
    return environmentNotes(result, files, () => locator.sourceFiles(scenario));
  }
}
