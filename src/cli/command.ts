import type { Terminal } from './terminal';

/** The meaning of each exit code, for all commands; `describeExitCodes` of a command says what 0 and 1 mean there. */
export const EXIT_CODES = { done: 0, failed: 1, wrongUsage: 2 } as const;

/** One of {@link EXIT_CODES}. */
export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

/** An argument or an option, with its flags as commander writes them. */
export interface CommandPart {
  /** `<folder...>`, `[folder]`, `--out <folder>`, `--json`. */
  readonly flags: string;
  /** What it means, in one sentence without its period. */
  readonly description: string;
  readonly defaultValue?: string | undefined;
}

/** What a command is given. */
export interface CommandInput<Options> {
  readonly args: readonly string[];
  /** By name: `allowMissing` for `--allow-missing`. */
  readonly options: Options;
  readonly terminal: Terminal;
}

/**
 * A command of `npx jest-connector`: its help and its page in the reference are made from this. `run` loads what it needs
 * by `require`, so that no command pays for another.
 */
export interface CommandDefinition<Options extends object = object> {
  readonly name: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** Further sentences for its own help. */
  readonly details: string;
  readonly args: readonly CommandPart[];
  readonly options: readonly CommandPart[];
  readonly examples: readonly CommandExample[];
  /** When it exits with 0 and with 1; 2 is always a wrong usage. */
  readonly exitCodes: { readonly done: string; readonly failed: string };
  run(input: CommandInput<Options>): ExitCode | Promise<ExitCode>;
}

/** A command line that can be pasted. */
export interface CommandExample {
  readonly commandLine: string;
  readonly meaning: string;
}
