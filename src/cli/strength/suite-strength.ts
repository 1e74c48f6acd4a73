import { type RunModel, TEST_STATUSES, type TestRecord, type TestStatus } from '../../run-report/model/run-model';
import { percentOf, sumOfScores } from '../../strength/score';
import type { Score, StrengthRecord } from '../../strength/strength-record';

/** What a scenario would notice. */
export interface ScenarioStrength extends StrengthRecord {
  readonly project?: string | undefined;
  readonly file: string;
  /** The `describe` blocks. */
  readonly ancestors: readonly string[];
  readonly name: string;
  /** `file:line:column`. */
  readonly location?: string | undefined;
}

/** What a suite would notice: what `--json` prints. */
export interface SuiteStrength {
  /** In percent, rounded down: the broken responses that are noticed. `null` if nothing was judged. */
  readonly mutationScore: number | null;
  readonly broken: Score;
  readonly fields: Score;
  /** Whether the run of Jest passed. */
  readonly runPassed: boolean;
  readonly scenarios: readonly ScenarioStrength[];
  /** How many scenarios did not pass, by status: their checks can't be judged. */
  readonly notJudged: Readonly<Partial<Record<TestStatus, number>>>;
}

/** Reads the records of a run that judged its checks. */
export function suiteStrength({ tests }: RunModel, runPassed: boolean): SuiteStrength {
  const scenarios = tests.flatMap(scenarioStrength);
  const broken = sumOfScores(scenarios.map((each) => each.broken));
  const notJudged: Partial<Record<TestStatus, number>> = {};
  const others = tests.filter((test) => test.scenario !== undefined && test.attempts.at(-1)?.strength === undefined);
  for (const status of TEST_STATUSES) {
    const count = others.filter((test) => test.status === status).length;
    if (count > 0) notJudged[status] = count;
  }
  return {
    mutationScore: percentOf(broken) ?? null,
    broken,
    fields: sumOfScores(scenarios.map((each) => each.fields)),
    runPassed,
    scenarios,
    notJudged,
  };
}

function scenarioStrength({ project, file, ancestors, name, location, attempts }: TestRecord): ScenarioStrength[] {
  const strength = attempts.at(-1)?.strength;
  if (strength === undefined) return [];
  const place = location && `${location.file}:${location.line}:${location.column}`;
  return [
    {
      ...(project !== undefined && { project }),
      ...{ file, ancestors, name },
      ...(place !== undefined && { location: place }),
      ...strength,
    },
  ];
}
