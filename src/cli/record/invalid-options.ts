import { ConnectorTestError } from '../../errors';
import { formatProblems, type Problem } from '../../validation/problems';

/** All problems of the command line at once. */
export function invalidOptions(problems: readonly Problem[]): ConnectorTestError {
  return new ConnectorTestError('INVALID_OPTIONS', {
    what: `Invalid ${problems.length === 1 ? 'option' : 'options'} of record; nothing was written.`,
    why: formatProblems(problems),
    fix: 'correct the command line; see `npx jest-connector record --help`.',
  });
}
