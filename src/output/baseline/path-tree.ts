/** A set of paths; `*` matches any key or item. */
export class PathTree {
  readonly #children = new Map<string, PathTree>();
  /** The subtree of `*`. */
  #any: PathTree | undefined;
  #isEnd = false;

  constructor(paths: readonly (readonly string[])[] = []) {
    for (const path of paths) this.#add(path);
  }

  /** Returns the subtree at `key`, `true` if a path ends there, or `undefined` if no path leads there. */
  at(key: string): PathTree | true | undefined {
    const child = this.#children.get(key) ?? this.#any;
    return child !== undefined && child.#isEnd ? true : child;
  }

  /** Whether one of the paths leads to `path` or to a parent of it. */
  covers([key, ...rest]: readonly string[]): boolean {
    const below = key === undefined ? undefined : this.at(key);
    return typeof below === 'object' ? below.covers(rest) : below === true;
  }

  #add([key, ...rest]: readonly string[]): void {
    if (key === undefined) {
      this.#isEnd = true;
      return;
    }
    const child = this.#children.get(key) ?? new PathTree();
    if (key === '*') this.#any = child;
    this.#children.set(key, child);
    child.#add(rest);
  }
}
