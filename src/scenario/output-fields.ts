/** The fields that check a workflow's output. */
export const ASKING_FIELDS = ['expectedData', 'schema', 'recordRules'];

/** All fields about a workflow's output. */
export const OUTPUT_FIELDS = [
  ...ASKING_FIELDS,
  ...['extractedOutputBasePath', 'outputSubdirectory', 'strictComparison', 'ignoredFields'],
];

/** Whether a scenario checks its workflow's output; if so, it must wait for the workflow. */
export function asksForOutput(scenario: object): boolean {
  return ASKING_FIELDS.some((field) => (scenario as Readonly<Record<string, unknown>>)[field] !== undefined);
}
