/** The part that we use of the events that Jest's test runner emits when a test file defines something. */
export interface DefinitionEvent {
  readonly name: string;
  readonly hookType?: string;
  /** Created where a hook is defined. */
  readonly asyncError?: Error;
}

/** The names of the user's hooks that apply to a test; includes hooks that are defined later. */
export type HooksAround = () => readonly string[];

/** Tracks which tests of a file `beforeEach` and `afterEach` apply to. */
export class DefinedHooks {
  /** The hooks of the file and of each `describe` that is being defined, outermost first. */
  #blocks: readonly DefinitionEvent[][] = [[]];

  onEvent(event: DefinitionEvent): void {
    const { name, hookType } = event;
    if (name === 'start_describe_definition') this.#blocks = [...this.#blocks, []];
    else if (name === 'finish_describe_definition') this.#blocks = this.#blocks.slice(0, -1);
    else if (name === 'add_hook' && hookType?.endsWith('Each')) this.#blocks.at(-1)?.push(event);
  }

  /** The hooks that apply to tests that are defined now. */
  around(): HooksAround {
    const blocks = this.#blocks;
    return () =>
      blocks
        .flat()
        .filter((hook) => !isJests(hook))
        .map(({ hookType = '' }) => hookType);
  }
}

/** In each file, Jest defines its own `beforeEach` for `clearMocks` and similar options. */
function isJests({ asyncError }: DefinitionEvent): boolean {
  const definedBy = asyncError?.stack?.split('\n').find((line) => /^\s+at /.test(line)) ?? '';
  return /[\\/]jest-circus[\\/]/.test(definedBy);
}
