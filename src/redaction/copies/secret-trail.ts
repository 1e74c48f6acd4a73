interface Met {
  isMarked: boolean;
  /** What refers to it. */
  readonly holders: Set<Met>;
}

/** Remembers, while objects are walked through, which of them lead to a marked place, directly or by what they refer to. */
export class Trail {
  readonly #met = new Map<object, Met>();
  readonly #way: Met[] = [];

  /** Walks into `value`, by `walk`. */
  into<T>(value: object, walk: () => T): T {
    const met = this.#met.get(value) ?? { isMarked: false, holders: new Set() };
    this.#met.set(value, met);
    const holder = this.#way.at(-1);
    if (holder) met.holders.add(holder);
    if (met.isMarked) this.mark();
    this.#way.push(met);
    try {
      return walk();
    } finally {
      this.#way.pop();
    }
  }

  /** Marks where the walk is. */
  mark(): void {
    const open = this.#way.slice(-1);
    for (let met = open.pop(); met; met = open.pop()) {
      if (met.isMarked) continue;
      met.isMarked = true;
      open.push(...met.holders);
    }
  }

  /** Whether the walk found nothing in `value`; what it has not met may hold anything. */
  isClean(value: object): boolean {
    return this.#met.get(value)?.isMarked === false;
  }
}
