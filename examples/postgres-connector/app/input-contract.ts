const text = (title: string) => ({ default: '', title, type: 'string' });
const object = (title: string) => ({ additionalProperties: true, default: {}, title, type: 'object' });

/** The JSON Schema for the input of `/start`; `credentials` in a body are always discarded. */
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
