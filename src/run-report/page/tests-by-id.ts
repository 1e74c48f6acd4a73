import type { TestRecord } from '../model/run-model';
import { testId } from '../model/test-id';

/** The tests by id, in their order. An id is unique on the page even if a merged journal has a test twice. */
export function testsById(tests: readonly TestRecord[]): Map<string, TestRecord> {
  const byId = new Map<string, TestRecord>();
  for (const test of tests) {
    const id = testId(test);
    let unique = id;
    for (let copy = 2; byId.has(unique); copy += 1) unique = `${id}-${copy}`;
    byId.set(unique, test);
  }
  return byId;
}
