/** One part of a request: its field name in the request, and the APIs that have it. */
interface PartRow {
  readonly wire: string;
  readonly apis: readonly string[];
}

/** The parts that a request is built from if there are no `args`. */
export const REQUEST_PARTS = {
  credentials: { wire: 'credentials', apis: ['auth', 'preflight', 'metadata', 'workflow'] },
  metadata: { wire: 'metadata', apis: ['preflight', 'workflow'] },
  connection: { wire: 'connection', apis: ['workflow'] },
  connectionConfig: { wire: 'connection_config', apis: ['preflight', 'metadata'] },
  checksToRun: { wire: 'checks_to_run', apis: ['preflight'] },
  preflightTimeout: { wire: 'timeout_seconds', apis: ['preflight'] },
  configAction: { wire: 'configAction', apis: ['config'] },
  configWorkflowId: { wire: 'configWorkflowId', apis: ['config'] },
  configPayload: { wire: 'configPayload', apis: ['config'] },
} as const satisfies Record<string, PartRow>;

/** The name of a part. */
export type PartName = keyof typeof REQUEST_PARTS;

/** The parts of the API `api`, with their field names in the request; a custom API has none. */
export function partsOf(api: string): readonly (readonly [part: PartName, wire: string])[] {
  return (Object.entries(REQUEST_PARTS) as [PartName, PartRow][])
    .filter(([, { apis }]) => apis.includes(api))
    .map(([part, { wire }]) => [part, wire]);
}
