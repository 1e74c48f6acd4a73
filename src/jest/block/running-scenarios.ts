import { AsyncLocalStorage } from 'node:async_hooks';
import type { Exchange } from '../../client/client-options';
import type { Turn } from '../concurrency/turns';
import type { ScenarioLog } from '../server/scenario-log';

/** What is recorded about a scenario while it runs. */
export interface RunningScenario {
  readonly turn?: Turn | undefined;
  /** Completes "A promise was rejected …"; only set when scenarios run concurrently. */
  doing?: string;
  log?: ScenarioLog | undefined;
  /** Collected for the debug log. */
  exchanges?: Exchange[] | undefined;
}

/** Tracks which scenario of a block a request, an error or a hook belongs to. */
export class RunningScenarios {
  /** Only the asynchronous context distinguishes concurrent scenarios. */
  readonly #context: AsyncLocalStorage<RunningScenario> | undefined;
  #only: RunningScenario | undefined;

  constructor(isConcurrent: boolean) {
    this.#context = isConcurrent ? new AsyncLocalStorage() : undefined;
  }

  get current(): RunningScenario | undefined {
    return this.#context === undefined ? this.#only : this.#context.getStore();
  }

  /** The concurrent scenario that the caller belongs to; `undefined` when scenarios run one after the other. */
  get inTurn(): RunningScenario | undefined {
    return this.#context?.getStore();
  }

  /** Runs `work` during the turn of a concurrent scenario. */
  duringTurn<Value>(turn: Turn, work: () => Promise<Value>): Promise<Value> {
    return this.#context === undefined ? work() : this.#context.run({ turn }, work);
  }

  /** Runs `work` on behalf of a scenario, within its turn if it has one. */
  async during<Value>(work: (running: RunningScenario) => Promise<Value>): Promise<Value> {
    const inTurn = this.inTurn;
    if (inTurn !== undefined) return work(inTurn);
    const running = (this.#only = {});
    try {
      return await work(running);
    } finally {
      this.#only = undefined;
    }
  }
}
