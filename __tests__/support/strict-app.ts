import Ajv from 'ajv/dist/2020';
import { type AppServer, type ReceivedRequest, type Reply, startAppServer } from './app-server';

/** What the strict app accepts as the arguments of a workflow. */
export const STRICT_CONTRACT = {
  type: 'object',
  properties: {
    credential_guid: { type: 'string' },
    metadata: {
      type: 'object',
      properties: { databases: { type: 'array', items: { type: 'string' } }, limit: { type: 'integer', minimum: 1 } },
    },
    connection: { type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 1 } } },
    mode: { enum: ['full', 'incremental'], default: 'full' },
  },
  required: ['connection'],
  additionalProperties: false,
};

/** The right credentials of the strict app. */
export const STRICT_CREDENTIALS = { username: 'test_user', password: 'test_pass' };

const INVALID: Reply = { status: 422, json: { success: false, message: 'Invalid request', detail: [] } };
const fits = new Ajv().compile(STRICT_CONTRACT);

/** Starts an app that refuses all that it should. */
export async function startStrictApp(): Promise<AppServer> {
  const app = await startAppServer();
  app.respond('GET /workflows/v1/input-contract', { json: STRICT_CONTRACT });
  app.respond('POST /workflows/v1/start', (request) => (fits(request.body) ? undefined : INVALID));
  // Wrong credentials are an error of this app, not an empty list.
  app.respond('POST /workflows/v1/metadata', (request) => {
    if (typeof request.body !== 'object' || Array.isArray(request.body)) return INVALID;
    return isRight(request) ? undefined : { status: 401, json: { detail: 'wrong password' } };
  });
  for (const id of ['jest-connector-standard', 'other-id']) {
    app.respond(`POST /workflows/v1/config/${id}`, ({ body }) => (body === undefined ? INVALID : undefined));
    app.respond(`PATCH /workflows/v1/config/${id}`, { status: 405, json: { detail: 'Method Not Allowed' } });
  }
  app.respond('GET /workflows/v1/start', { status: 405, json: { detail: 'Method Not Allowed' } });
  return app;
}

function isRight({ text }: ReceivedRequest): boolean {
  return text.includes('"test_user"') && text.includes('"test_pass"');
}
