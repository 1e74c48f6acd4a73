import { describe } from '@jest/globals';
import { IN_MATRIX } from '../support/in-matrix';
import type { JestMajor } from './installed-project';

/** Jest 30; in the matrix the older one as well. */
const MAJORS: readonly JestMajor[] = IN_MATRIX ? [30, 29] : [30];

/** A block for each Jest that users may have. */
export function describeEachJest(name: string, block: (jest: JestMajor) => void): void {
  for (const jest of MAJORS) describe(`${name}, Jest ${jest}`, () => block(jest));
}
