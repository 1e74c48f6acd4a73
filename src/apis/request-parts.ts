/** One part of a request: its name on the wire, and the APIs that have it. */
interface PartRow {
  readonly wire: string;
  readonly apis: readonly string[];
}

/** What a request is made of where there are no `args`. */
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

/** The parts that the API `api` has, with their names on the wire; none for an API of one's own. */
export function partsOf(api: string): readonly (readonly [part: PartName, wire: string])[] {
  return (Object.entries(REQUEST_PARTS) as [PartName, PartRow][])
    .filter(([, { apis }]) => apis.includes(api))
    .map(([part, { wire }]) => [part, wire]);
}
