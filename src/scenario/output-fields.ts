/** What asks for something of a workflow's output. */
export const ASKING_FIELDS = ['expectedData', 'schema', 'recordRules'];

/** All fields that are about a workflow's output. */
export const OUTPUT_FIELDS = [
  ...ASKING_FIELDS,
  ...['extractedOutputBasePath', 'outputSubdirectory', 'strictComparison', 'ignoredFields'],
];

/** Whether a scenario asks for something of what its workflow wrote; it has to wait for the workflow then. */
export function asksForOutput(scenario: object): boolean {
  return ASKING_FIELDS.some((field) => (scenario as Readonly<Record<string, unknown>>)[field] !== undefined);
}
