import { nonEmpty } from '../../../src/output/lazy-output';
import { asksForOutput } from '../../../src/scenario/output-fields';
import { basePathProblems } from '../../../src/scenario/output-problems';
import { validateScenarios } from '../../../src/scenario/validate-scenarios';
import { formatProblems } from '../../../src/validation/problems';

const workflow = { name: 'run', api: 'workflow', assertThat: { success: true } };
const problemsOf = (fields: object): string =>
  formatProblems(validateScenarios([{ ...workflow, ...fields }], ['auth', 'workflow']));

/** As zod makes them: with getters that nobody may call, and circles. */
const zodLike: Record<string, unknown> = {
  '~standard': { vendor: 'test', validate: (value: unknown) => ({ value }) },
  get shape(): unknown {
    throw new Error('looked into');
  },
};
zodLike['self'] = zodLike;

test('what is right has no problem', () => {
  const fields = {
    ...{ expectedData: 'expected/a.json', extractedOutputBasePath: 'local', outputSubdirectory: '' },
    ...{ strictComparison: 'records', ignoredFields: { name: 'moves' }, schema: zodLike, recordRules: [nonEmpty()] },
  };
  expect(problemsOf(fields)).toBe('');
});

test.each([
  [{ api: 'auth', expectedData: 'a.json' }, "expectedData: expected api: 'workflow' with this field"],
  [{ api: 'auth', recordRules: [nonEmpty()] }, "recordRules: expected api: 'workflow' with this field"],
  [{ expectedData: 'a.yaml' }, 'the path of a file that ends with .json, .jsonl or .ndjson'],
  [{ expectedData: { Table: [] } }, 'the path of a file'],
  [{ expectedDate: 'a.json' }, 'did you mean: expectedData'],
  [{ expectedData: 'a.json', strictComparison: 'yes' }, "true, 'records' or false"],
  [{ expectedData: 'a.json', ignoredFields: 'name' }, 'a list of names or paths'],
  [{ expectedData: 'a.json', ignoredFields: ['a..b'] }, 'ignoredFields["a..b"]: expected a name or a path'],
  [{ strictComparison: false }, 'strictComparison: expected `expectedData` as well'],
  [{ ignoredFields: ['a'], recordRules: [nonEmpty()] }, 'ignoredFields: expected `expectedData` as well'],
  [{ outputSubdirectory: 'raw' }, 'outputSubdirectory: expected `expectedData` or `schema` or `recordRules` as well'],
  [{ recordRules: [] }, 'a list with at least one rule'],
  [{ recordRules: [nonEmpty] }, 'are its parentheses missing?'],
  [{ recordRules: nonEmpty() }, 'a list of rules'],
  [{ schema: {} }, 'the schema is empty'],
  [{ schema: 'x' }, 'a JSON Schema, or a schema of zod'],
])('%j is a problem', (fields, problem) => {
  expect(problemsOf(fields)).toContain(problem);
});

test('somebody has to say where the output is', () => {
  const asking = [
    workflow,
    { ...workflow, name: 'silent', expectedData: 'a.json' },
    { ...workflow, name: 'said', schema: {}, extractedOutputBasePath: 'x' },
  ];
  expect(asking.map(asksForOutput)).toEqual([false, true, true]);
  expect(formatProblems(basePathProblems(asking, undefined))).toMatchInlineSnapshot(`
   "scenario "silent", extractedOutputBasePath: expected the folder under which the app writes its output, here or in the options
      received: nothing
      example: './local/output'"
  `);
  expect(basePathProblems(asking, 'local')).toEqual([]);
  expect(basePathProblems('no list', undefined)).toEqual([]);
});

test('each problem names its field, and what is missing', () => {
  const fields = { strictComparison: false, outputSubdirectory: 'raw', extractedOutputBasePath: 'x', schema: 'x' };
  expect(problemsOf(fields)).toMatchInlineSnapshot(`
   "1. scenario "run", schema: expected a JSON Schema, or a schema of zod, valibot or arktype
      received: "x"
   2. scenario "run", strictComparison: expected \`expectedData\` as well
      received: nothing"
  `);
  expect(problemsOf({ extractedOutputBasePath: 'x' })).toMatchInlineSnapshot(`
   "scenario "run", extractedOutputBasePath: expected \`expectedData\` or \`schema\` or \`recordRules\` as well
      received: nothing"
  `);
  expect(problemsOf({ extractedOutputBasePath: 'x', recordRules: [1] })).toMatchInlineSnapshot(`
   "scenario "run", recordRules, rule 1: expected a rule: { name, start }
      received: 1"
  `);
});
