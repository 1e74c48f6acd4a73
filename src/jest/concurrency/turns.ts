import type { Scenario } from '../../scenario/scenario';

/** The properties that decide when a scenario may run. */
export type Waiter = Pick<Scenario, 'name' | 'serial'> & { readonly locks: readonly string[] };

/** A scenario's time to run. */
export interface Turn {
  readonly waiter: Waiter;
  /** How many others of its block have run during it so far. */
  others: number;
}

interface Waiting extends Turn {
  readonly place: number;
  readonly start: () => void;
}

/**
 * Hands out turns to the scenarios of a block: at most `limit` at the same time, never two with the same lock, and nothing
 * alongside a serial one. Waiting scenarios get their turns in source order.
 *
 * No scenario waits for another during its turn, so turns always end.
 */
export class Turns {
  readonly #limit: number;
  readonly #places: ReadonlyMap<string, number>;
  /** In source order. */
  readonly #waiting: Waiting[] = [];
  readonly #running = new Set<Turn>();

  constructor(limit: number, scenarios: readonly Pick<Scenario, 'name'>[]) {
    this.#limit = limit;
    this.#places = new Map(scenarios.map(({ name }, index) => [name, index]));
  }

  /** Runs `work` when it is the turn of `waiter`. */
  async take<Value>(waiter: Waiter, work: (turn: Turn) => Promise<Value>): Promise<Value> {
    const turn = await this.#wait(waiter);
    try {
      return await work(turn);
    } finally {
      this.#running.delete(turn);
      this.#grant();
    }
  }

  #wait(waiter: Waiter): Promise<Turn> {
    const place = this.#places.get(waiter.name) ?? Infinity;
    return new Promise((resolve) => {
      const waiting: Waiting = { waiter, place, others: 0, start: () => resolve(waiting) };
      const next = this.#waiting.findIndex((other) => other.place > place);
      this.#waiting.splice(next < 0 ? this.#waiting.length : next, 0, waiting);
      this.#grant();
    });
  }

  #grant(): void {
    for (let index = 0; index < this.#waiting.length && this.#running.size < this.#limit;) {
      const waiting = this.#waiting[index] as Waiting;
      if (this.#mayRun(waiting.waiter)) {
        this.#waiting.splice(index, 1);
        this.#begin(waiting);
      } else if (waiting.waiter.serial) {
        // Later scenarios must not overtake a serial one, or it might never get its turn.
        return;
      } else index += 1;
    }
  }

  #mayRun({ serial, locks }: Waiter): boolean {
    if (this.#running.size === 0) return true;
    const running = [...this.#running].map((turn) => turn.waiter);
    return !serial && running.every((other) => !other.serial && !other.locks.some((lock) => locks.includes(lock)));
  }

  #begin(waiting: Waiting): void {
    for (const turn of this.#running) turn.others += 1;
    waiting.others = this.#running.size;
    this.#running.add(waiting);
    waiting.start();
  }
}
