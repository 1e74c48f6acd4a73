import { describe, test } from '@jest/globals';
import { IN_MATRIX } from '../support/in-matrix';
import type { JestMajor } from './installed-project';

/** What declares the tests of a block. */
export interface EachJest {
  /** Runs on Jest 30 in `npm test`, and on Jest 29 in the matrix. */
  readonly test: typeof test;
  /** Runs on both in the matrix only. */
  readonly testInMatrix: typeof test;
  /**
   * `test.each` of the ways in which something is done. `npm test` runs the first, or the first `count`, on Jest 30. The
   * matrix runs the others on Jest 30, and all on Jest 29.
   */
  testWays<const T extends readonly (readonly unknown[])[]>(
    ways: T,
    count?: number,
  ): (name: string, run: (...way: [...T[number]]) => Promise<void> | void) => void;
}

// Jest refuses hooks in a block without tests, and does not run those of a block whose tests are all skipped.
const skipped = test.skip as typeof test;

function eachJest(jest: JestMajor): EachJest {
  const ran = IN_MATRIX && jest === 30;
  return {
    test: ran ? skipped : test,
    testInMatrix: IN_MATRIX ? test : skipped,
    testWays: (ways, count = 1) => {
      const these = !IN_MATRIX ? ways.slice(0, count) : ran ? ways.slice(count) : ways;
      return these.length === 0 ? () => undefined : test.each(these as never);
    },
  };
}

/** A block for each Jest that users may have: in `npm test` Jest 30, in the matrix both. */
export function describeEachJest(name: string, block: (jest: JestMajor, declare: EachJest) => void): void {
  const majors: readonly JestMajor[] = IN_MATRIX ? [30, 29] : [30];
  for (const jest of majors) describe(`${name}, Jest ${jest}`, () => block(jest, eachJest(jest)));
}
