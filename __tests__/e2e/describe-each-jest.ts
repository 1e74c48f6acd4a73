import { describe } from '@jest/globals';
import type { JestMajor } from './installed-project';

/** Jest 30; with `E2E_MATRIX=1` the older one as well. */
const MAJORS: readonly JestMajor[] = process.env['E2E_MATRIX'] ? [30, 29] : [30];

/** A block for each Jest that users may have. */
export function describeEachJest(name: string, block: (jest: JestMajor) => void): void {
  for (const jest of MAJORS) describe(`${name}, Jest ${jest}`, () => block(jest));
}
