import { inspect, types } from 'node:util';

const LEVELS = 3;

/** Records which hook put a promise into the context; nearly always, an `await` is missing there. */
export class ContextPromises {
  readonly #hooks = new Map<Promise<unknown>, string>();

  /** Finds promises that were not in the context before `hook` ran. */
  check(hook: string, context: object): void {
    for (const [, promise] of promisesIn(context)) if (!this.#hooks.has(promise)) this.#hooks.set(promise, hook);
  }

  /** Notes on the promises that are still in the context. */
  notes(context: object): string[] {
    return promisesIn(context).map(([path, promise]) => {
      const state = inspect(promise, { depth: 0 }).includes('<pending>') ? 'a pending promise' : 'a promise';
      const hook = this.#hooks.get(promise);
      const who = hook === undefined ? '' : `; ${hook} set it without awaiting it`;
      return `context.${path} is ${state}, not a value${who}.\nWrite \`context.${path} = await …\`${hook === undefined ? '' : ` in ${hook}`}.`;
    });
  }
}

/** The promises in the fields of an object, and in nested object literals and arrays. */
function promisesIn(
  value: object,
  path: readonly string[] = [],
): (readonly [path: string, promise: Promise<unknown>])[] {
  return Object.entries(Object.getOwnPropertyDescriptors(value)).flatMap(([key, { value: item }]) => {
    const here = [...path, key];
    if (types.isPromise(item)) return [[here.join('.'), item] as const];
    return isLiteral(item) && here.length < LEVELS ? promisesIn(item, here) : [];
  });
}

function isLiteral(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
