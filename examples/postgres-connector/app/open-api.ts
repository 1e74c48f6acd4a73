const text = { type: 'string' };
const anyObject = { type: 'object', additionalProperties: true };
const count = { type: 'integer', minimum: 1 };

const credentialPair = {
  type: 'object',
  properties: { key: text, value: text },
  required: ['key', 'value'],
};

/** The fields that all three requests have. */
const common = {
  credentials: { type: 'array', items: { $ref: '#/components/schemas/CredentialPair' } },
  entrypoint: { type: 'string', pattern: '^([a-zA-Z][a-zA-Z0-9_-]*)?$' },
  timeout_seconds: count,
};

const checkFields = {
  metadata: anyObject,
  connection_config: anyObject,
  checks_to_run: { type: 'array', items: text },
};

const metadataFields = {
  metadata_template_key: { enum: ['', 'schemas', 'databases'] },
  object_filter: text,
  max_objects: count,
};

/** The OpenAPI document: the bodies that the handler's routes accept. Older forms of credentials are accepted too. */
export const openApi = {
  openapi: '3.1.0',
  info: { title: 'PostgreSQL connector', version: '1.0.0' },
  paths: {
    '/workflows/v1/auth': post({}),
    '/workflows/v1/check': post(checkFields),
    '/workflows/v1/metadata': post(metadataFields),
  },
  components: { schemas: { CredentialPair: credentialPair } },
};

function post(fields: object) {
  const schema = { type: 'object', properties: { ...common, ...fields } };
  return {
    post: { requestBody: { content: { 'application/json': { schema } } }, responses: { 200: { description: 'OK' } } },
  };
}
