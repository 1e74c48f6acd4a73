import { notice } from './output/progress';
import { currentTestPath } from './test-framework';

const MARK = Symbol.for('jest-connector.registered');

/** Called by the file that the preset adds to `setupFilesAfterEnv`. */
export function noteRegistered(): void {
  (globalThis as Record<symbol, unknown>)[MARK] = true;
}

/** Prints, in a test file that loads the main entry, that the preset isn't used; once per file. */
export function noticeMissingPreset(): void {
  const globals = globalThis as Record<symbol, unknown>;
  if (globals[MARK] === true) return;
  const testPath = currentTestPath();
  if (testPath === undefined) return;
  noteRegistered();
  notice(
    `the preset was not set up for ${testPath}:\n` +
      '  no matchers, no .env, no app, no TypeScript.\n' +
      "  Why: the Jest config that runs this file doesn't have preset: 'jest-connector'.\n" +
      "  Fix: set preset: 'jest-connector', or wrap the config in withConnector(…). With your own setup,\n" +
      "       add 'jest-connector/register' to setupFilesAfterEnv.",
  );
}
