import { ConnectorTestError } from '../../errors';

/**
 * A tsconfig that can't be used. The error has no stack: that would only show Jest's internals, and Jest prints a stack
 * without frames as a second message.
 */
export function tsconfigError(path: string | undefined, error: unknown): ConnectorTestError {
  const text = {
    what: path === undefined ? 'TypeScript could not be set up.' : `Invalid TypeScript configuration ${path}.`,
    why: (error instanceof Error ? error.message : String(error)).trim(),
    fix: 'correct the file; to check it, run `npx tsc --noEmit` in its folder.',
  };
  return Object.assign(new ConnectorTestError('INVALID_CONFIGURATION', text), { stack: '' });
}

/** TypeScript 7 has no compiler API. */
export function typescript7Error(version: string, folderOfTsJest: string): ConnectorTestError {
  return new ConnectorTestError('INVALID_CONFIGURATION', {
    what: `TypeScript ${version} has no compiler API for ts-jest.`,
    why: `ts-jest is installed next to it, in ${folderOfTsJest}.`,
    fix: 'remove ts-jest from your package.json and install again; jest-connector ships its own ts-jest and TypeScript.',
  });
}

/** The transformer was given options, but it has none. */
export function transformerOptionsError(names: readonly string[]): ConnectorTestError {
  return new ConnectorTestError('INVALID_CONFIGURATION', {
    what: 'jest-connector/transformer takes no options.',
    why: `it received ${names.join(', ')}.`,
    fix: 'set compiler options in tsconfig.json, or use ts-jest for these files.',
  });
}
