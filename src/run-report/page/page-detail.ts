import { jsonText } from '../../json/exact-json';
import { harmless } from '../../report/plain-text';
import { isRecord } from '../../validation/shape';
import type { ScenarioRecord, TestRecord } from '../model/run-model';
import { listOf, shortText } from './foreign';
import { type Finder, locationText, pageAttempt } from './page-attempt';
import type { PageDetail, PageNeed } from './page-data';

/** Finds the scenarios of a run by block and name, and those that need them. */
export interface ScenarioIndex {
  readonly finderOf: (test: TestRecord) => Finder;
  readonly neededBy: (test: TestRecord) => readonly PageNeed[];
}

/** Indexes the scenarios of a run by their ids. Names are unique in a block. */
export function indexScenarios(tests: ReadonlyMap<string, TestRecord>): ScenarioIndex {
  const ids = new Map<string, string>();
  const needing = new Map<string, PageNeed[]>();
  for (const [id, test] of tests) {
    if (!isRecord(test.scenario)) continue;
    const { needs } = test.scenario as ScenarioRecord;
    const need = { name: shortText(test.name), id };
    ids.set(keyOf(test, test.name), id);
    for (const name of listOf(needs)) {
      const key = keyOf(test, name);
      needing.set(key, [...(needing.get(key) ?? []), need]);
    }
  }
  return {
    finderOf: (test) => (name) => ({ name: shortText(name), id: ids.get(keyOf(test, name)) }),
    neededBy: (test) => needing.get(keyOf(test, test.name)) ?? [],
  };
}

function keyOf({ project, file, ancestors }: TestRecord, name: string): string {
  return jsonText([project, file, ancestors, name]);
}

/** The details of a test. Never throws: the record of a merged journal may be anything. */
export function pageDetail(test: TestRecord, scenarios: ScenarioIndex): PageDetail {
  try {
    return detailOf(test, scenarios);
  } catch (error) {
    const problem = `The record of this test is invalid: ${harmless(String(error))}`;
    return { isByHand: false, needs: [], neededBy: [], attempts: [], problem };
  }
}

function detailOf(test: TestRecord, scenarios: ScenarioIndex): PageDetail {
  const { file, scenario, location, reason, attempts } = test;
  const find = scenarios.finderOf(test);
  return {
    description: scenario?.description && harmless(scenario.description),
    location: location && locationText(location),
    reason: reason && harmless(reason),
    isByHand: scenario === undefined,
    needs: (scenario?.needs ?? []).map(find),
    neededBy: scenario === undefined ? [] : scenarios.neededBy(test),
    expectedData: scenario?.expectedData && harmless(scenario.expectedData),
    attempts: attempts.map((attempt) => pageAttempt(attempt, { find, file })),
  };
}
