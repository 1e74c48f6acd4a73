import { ConnectorTestError, withFrames } from '../../errors';

/** A tsconfig that cannot be used, in one short error: the stack would only show the inside of Jest. */
export function tsconfigError(path: string | undefined, error: unknown): ConnectorTestError {
  const text = {
    what:
      path === undefined ? 'TypeScript could not be set up.' : `The TypeScript configuration ${path} cannot be used.`,
    why: (error instanceof Error ? error.message : String(error)).trim(),
    fix: 'correct it; `npx tsc --noEmit` in its folder checks it.',
  };
  return withFrames(new ConnectorTestError('INVALID_CONFIGURATION', text));
}

/** TypeScript 7 has no compiler API. */
export function typescript7Error(version: string, folderOfTsJest: string): ConnectorTestError {
  return new ConnectorTestError('INVALID_CONFIGURATION', {
    what: `ts-jest would use TypeScript ${version}, which cannot be used as a library.`,
    why: `ts-jest is installed in ${folderOfTsJest}, beside it.`,
    fix: 'remove ts-jest from your package.json and install again: jest-connector brings its own, with a TypeScript.',
  });
}

/** Options for the transformer, which has none. */
export function transformerOptionsError(names: readonly string[]): ConnectorTestError {
  return new ConnectorTestError('INVALID_CONFIGURATION', {
    what: 'jest-connector/transformer takes no options.',
    why: `It was given ${names.join(', ')}.`,
    fix: 'put compiler options into tsconfig.json, or use ts-jest for these files.',
  });
}
