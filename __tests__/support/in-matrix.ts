import { test } from '@jest/globals';

/** Set by `npm run test:matrix`, a step of `.ci/run`: each test in all its ways, on both versions of Jest. */
export const IN_MATRIX = Boolean(process.env['E2E_MATRIX']);

/** The ways in which a test is run: in the matrix all of them, otherwise the first, or the first `count`. */
export function ways<const T extends readonly unknown[]>(all: T, count = 1): T {
  return (IN_MATRIX ? all : all.slice(0, count)) as unknown as T;
}

/** Declares a test that only the matrix runs. */
export const testInMatrix = (IN_MATRIX ? test : test.skip) as typeof test;
