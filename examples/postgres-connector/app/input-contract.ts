const text = (title: string) => ({ default: '', title, type: 'string' });
const object = (title: string) => ({ additionalProperties: true, default: {}, title, type: 'object' });

/** The JSON Schema of what `/start` takes; `credentials` in a body are dropped, whatever they are. */
export const inputContract = {
  properties: {
    workflow_id: text('Workflow Id'),
    correlation_id: text('Correlation Id'),
    app_name: text('App Name'),
    workflow_slug: text('Workflow Slug'),
    credential_guid: text('Credential Guid'),
    metadata: object('Metadata'),
    connection: object('Connection'),
  },
  title: 'PostgresConnectorInput',
  type: 'object',
};
