import { jsonText } from '../../json/exact-json';
import { isRecord } from '../../validation/shape';
import type { ScenarioRecord, TestRecord } from '../model/run-model';
import type { Finder } from './detail/page-attempt';
import { listOf, shortText } from './foreign';
import type { PageNeed } from './page-data';

/** Finds the scenarios of a run by block and name, and those that need them. */
export interface ScenarioIndex {
  readonly of: (test: TestRecord) => { readonly find: Finder; readonly neededBy: readonly PageNeed[] };
}

/** Indexes the scenarios of a run by their ids, when they are looked for: most runs have none that needs another one. */
export function indexScenarios(tests: ReadonlyMap<string, TestRecord>): ScenarioIndex {
  let ids: ReadonlyMap<string, string> | undefined;
  const needing = needsOf(tests);
  return {
    of: (test) => ({
      find: (name) => ({ name: shortText(name), id: (ids ??= idsOf(tests)).get(keyOf(test, name)) }),
      neededBy: (needing.size > 0 && needing.get(keyOf(test, test.name))) || [],
    }),
  };
}

/** The ids of all scenarios. Names are unique in a block. */
function idsOf(tests: ReadonlyMap<string, TestRecord>): Map<string, string> {
  const scenarios = [...tests].filter(([, { scenario }]) => isRecord(scenario));
  return new Map(scenarios.map(([id, test]) => [keyOf(test, test.name), id]));
}

/** The scenarios that need each other one. */
function needsOf(tests: ReadonlyMap<string, TestRecord>): Map<string, PageNeed[]> {
  const needing = new Map<string, PageNeed[]>();
  for (const [id, test] of tests) {
    if (!isRecord(test.scenario)) continue;
    for (const name of listOf((test.scenario as ScenarioRecord).needs)) {
      const key = keyOf(test, name);
      needing.set(key, [...(needing.get(key) ?? []), { name: shortText(test.name), id }]);
    }
  }
  return needing;
}

function keyOf({ project, file, ancestors }: TestRecord, name: string): string {
  return jsonText([project, file, ancestors, name]);
}
