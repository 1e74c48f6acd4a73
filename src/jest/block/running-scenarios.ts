import { AsyncLocalStorage } from 'node:async_hooks';
import type { Exchange } from '../../client/client-options';
import type { Turn } from '../concurrency/turns';
import type { ScenarioLog } from '../server/scenario-log';

/** What is noted of a scenario while it runs. */
export interface RunningScenario {
  readonly turn?: Turn | undefined;
  /** Completes "A promise was rejected …", where several run at the same time. */
  doing?: string;
  log?: ScenarioLog | undefined;
  /** For the debug log, while it collects them. */
  exchanges?: Exchange[] | undefined;
}

/** Knows which scenario of a block a request, an error or a hook belongs to. */
export class RunningScenarios {
  /** Where several run at the same time, only the asynchronous context tells them apart. */
  readonly #context: AsyncLocalStorage<RunningScenario> | undefined;
  #only: RunningScenario | undefined;

  constructor(isConcurrent: boolean) {
    this.#context = isConcurrent ? new AsyncLocalStorage() : undefined;
  }

  get current(): RunningScenario | undefined {
    return this.#context === undefined ? this.#only : this.#context.getStore();
  }

  /** Whose turn it is that calls this; nothing where scenarios run one after the other. */
  get inTurn(): RunningScenario | undefined {
    return this.#context?.getStore();
  }

  /** Runs `work` in the turn of a concurrent scenario. */
  duringTurn<Value>(turn: Turn, work: () => Promise<Value>): Promise<Value> {
    return this.#context === undefined ? work() : this.#context.run({ turn }, work);
  }

  /** Runs `work` as that of a scenario; inside its turn, if it has one. */
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
