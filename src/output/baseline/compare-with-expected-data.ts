import { ConnectorTestError } from '../../errors';
import { formatProblems } from '../../validation/problems';
import { isText } from '../../validation/shape';
import { runInTurns, type Steps } from '../chunked';
import type { RecordSource } from '../read/each-record';
import { updateSteps } from '../update/update-baseline';
import type { DataComparison } from './comparison';
import { compareSteps, type ComparisonOrder } from './expected-data';
import { type ExpectedDataOptions, expectedDataProblems } from './expected-data-options';

/** Options of `compareWithExpectedData`. */
export interface CompareOptions extends ExpectedDataOptions {
  /** Writes the baseline from the output if there is none, or if the two differ. @default false */
  readonly update?: boolean;
}

/** See the main entry's compareWithExpectedData. */
export async function compareWithExpectedData(
  output: RecordSource,
  file: string,
  options: CompareOptions = {},
): Promise<DataComparison> {
  const problems = isText(file) ? [] : [{ where: 'file', expected: 'the path of a baseline file' }];
  const all = [...problems, ...expectedDataProblems(options)];
  if (all.length > 0) {
    throw new ConnectorTestError('INVALID_OPTIONS', {
      what: 'Invalid options for compareWithExpectedData.',
      why: formatProblems(all),
      fix: 'correct the problems above; nothing was compared.',
    });
  }
  const { update = false, ...others } = options;
  return runInTurns(expectedDataSteps({ source: output, file, options: others }, update));
}

/** Compares; with `update`, writes the baseline if it differs. */
export function expectedDataSteps(order: ComparisonOrder, update: boolean): Steps<DataComparison> {
  return update ? updateSteps(order) : compareSteps(order);
}
