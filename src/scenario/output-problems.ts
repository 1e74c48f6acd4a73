import { isLikeSchema, schemaProblemOf } from '../assertions/schema/schema';
import { ignoredFieldProblems } from '../output/baseline/expected-data-options';
import { rulesProblems } from '../output/rules/rules-problems';
import type { Problem } from '../validation/problems';
import { isRecord } from '../validation/shape';
import { ASKING_FIELDS, asksForOutput } from './output-fields';
import { problemsByScenario } from './problems-by-scenario';

type Fields = Readonly<Record<string, unknown>>;

/** The problems in a scenario's fields about output. */
export function outputProblems(scenario: Fields, where: string): Problem[] {
  const { ignoredFields, schema, recordRules } = scenario;
  // The wrong kind of value is reported together with those of the other fields.
  const schemaProblem = isLikeSchema(schema) ? schemaProblemOf(schema) : undefined;
  return [
    ...idleFields(scenario, where),
    ...ignoredFieldProblems(ignoredFields, where),
    ...(schemaProblem === undefined ? [] : [{ where, field: 'schema', expected: 'a schema', received: schemaProblem }]),
    ...(Array.isArray(recordRules) ? rulesProblems(recordRules, `${where}, recordRules`) : []),
  ];
}

/** Reports scenarios that check output but don't say where it is; `basePath` is the block's setting. */
export function basePathProblems(scenarios: unknown, basePath: string | undefined): Problem[] {
  if (!Array.isArray(scenarios) || basePath !== undefined) return [];
  const missing = {
    field: 'extractedOutputBasePath',
    expected: 'the folder under which the app writes its output, here or in the options',
    received: 'nothing',
    example: "'./local/output'",
  };
  return problemsByScenario(scenarios, (scenario, where) =>
    isRecord(scenario) && asksForOutput(scenario) && scenario['extractedOutputBasePath'] === undefined
      ? [{ where, ...missing }]
      : [],
  );
}

/** Reports fields that would have no effect. */
function idleFields(scenario: Fields, where: string): Problem[] {
  const isGiven = (field: string): boolean => scenario[field] !== undefined;
  const expected = ASKING_FIELDS.map((field) => `\`${field}\``).join(' or ');
  const ofComparison = ['strictComparison', 'ignoredFields'].filter(
    (field) => isGiven(field) && !isGiven('expectedData'),
  );
  const ofOutput = ['extractedOutputBasePath', 'outputSubdirectory'].filter(
    (field) => isGiven(field) && !asksForOutput(scenario),
  );
  return [
    ...ofComparison.map((field) => ({ where, field, expected: '`expectedData` as well', received: 'nothing' })),
    ...ofOutput.map((field) => ({ where, field, expected: `${expected} as well`, received: 'nothing' })),
  ];
}
