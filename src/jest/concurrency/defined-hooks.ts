/** What we use of the events by which Jest's test runner tells what a test file defines. */
export interface DefinitionEvent {
  readonly name: string;
  readonly hookType?: string;
  /** Made where a hook is defined. */
  readonly asyncError?: Error;
}

/** The names of the hooks that a user's code puts around the tests that are defined at a place; later ones are added. */
export type HooksAround = () => readonly string[];

/** Knows for which tests of a file `beforeEach` and `afterEach` are called. */
export class DefinedHooks {
  /** Of the file and of each `describe` that is being defined, from the outside in. */
  #blocks: readonly DefinitionEvent[][] = [[]];

  onEvent(event: DefinitionEvent): void {
    const { name, hookType } = event;
    if (name === 'start_describe_definition') this.#blocks = [...this.#blocks, []];
    else if (name === 'finish_describe_definition') this.#blocks = this.#blocks.slice(0, -1);
    else if (name === 'add_hook' && hookType?.endsWith('Each')) this.#blocks.at(-1)?.push(event);
  }

  /** For the tests that are defined now. */
  around(): HooksAround {
    const blocks = this.#blocks;
    return () =>
      blocks
        .flat()
        .filter((hook) => !isJests(hook))
        .map(({ hookType = '' }) => hookType);
  }
}

/** In each file Jest defines a `beforeEach` of its own, for `clearMocks` and the like. */
function isJests({ asyncError }: DefinitionEvent): boolean {
  const definedBy = asyncError?.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  return /[\\/]jest-circus[\\/]/.test(definedBy);
}
