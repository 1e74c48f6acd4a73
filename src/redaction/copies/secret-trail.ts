interface Met {
  isMarked: boolean;
  /** The objects that refer to it. */
  readonly holders: Set<Met>;
}

/** Records, while objects are walked, which of them lead to a marked place, directly or through a reference. */
export class Trail {
  readonly #met = new Map<object, Met>();
  readonly #way: Met[] = [];

  /** Walks into `value` with `walk`. */
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

  /** Marks the current position of the walk. */
  mark(): void {
    const open = this.#way.slice(-1);
    for (let met = open.pop(); met; met = open.pop()) {
      if (met.isMarked) continue;
      met.isMarked = true;
      open.push(...met.holders);
    }
  }

  /** Whether the walk found nothing in `value`. An object that it has not met may contain anything. */
  isClean(value: object): boolean {
    return this.#met.get(value)?.isMarked === false;
  }
}
