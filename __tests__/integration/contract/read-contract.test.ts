import { type Client, createClient } from '../../../src/client/client';
import { requireSameContract } from '../../../src/contract/contract-drift';
import { readContract, saysNothing } from '../../../src/contract/read-contract';
import { type AppServer, type Reply, startAppServer } from '../../support/app-server';
import { recordedResponses } from '../../support/recorded-responses';

const INPUT = 'GET /workflows/v1/input-contract';
const MANIFEST = 'GET /workflows/v1/manifest';

let app: AppServer;
let client: Client;
beforeEach(async () => {
  app = await startAppServer();
  client = createClient({ serverHost: app.url });
});
afterEach(async () => {
  client.close();
  await app.close();
});

test('all that an app serves, by entry point', async () => {
  const recorded = recordedResponses.find(({ label }) => label === 'input contract')?.response.body;
  app.respond(INPUT, ({ query }) => ({ json: query['entrypoint'] === 'miner' ? { required: ['day'] } : recorded }));
  app.respond(MANIFEST, { json: { dag: { extract: {} }, password: 'm4nifest-secret' } });
  app.respond('GET /openapi.json', {
    json: {
      paths: {
        '/workflows/v1/auth': {
          post: { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } },
        },
      },
    },
  });
  const contract = await readContract(client, ['miner']);

  expect(contract).toMatchObject({
    workflow: {
      '': { type: 'object', properties: { metadata: { type: 'object', default: {} } } },
      miner: { required: ['day'] },
    },
    bodies: { auth: { type: 'object' } },
    manifest: { dag: { extract: {} }, password: '[redacted]' },
  });
  expect(JSON.stringify(contract)).not.toContain('"title"');
  await requireSameContract(client, contract, 'contract.json');
});

test.each<[string, Reply]>([
  ['nothing', { status: 404, json: { detail: 'Not Found' } }],
  ['another method', { status: 405, json: {} }],
  ['the page of its user interface', { raw: '<!DOCTYPE html><html>', headers: { 'content-type': 'text/html' } }],
])('an app that returns %s has none', async (_what, reply) => {
  for (const route of [INPUT, MANIFEST, 'GET /openapi.json']) app.respond(route, reply);
  expect(saysNothing(await readContract(client))).toBe(true);
});

test.each<[string, string, Reply, RegExp]>([
  [
    'an error',
    INPUT,
    { status: 500, json: { detail: 'x' } },
    /did not return the input contract\.[^]*status 500 and an object/,
  ],
  ['a list', MANIFEST, { json: [] }, /did not return the manifest\.[^]*status 200 and a body that isn't a JSON object/],
  ['a text', 'GET /openapi.json', { raw: 'soon' }, /did not return the OpenAPI document/],
])('%s is not taken for a contract', async (_what, route, reply, message) => {
  app.respond(route, reply);
  await expect(readContract(client)).rejects.toMatchObject({ code: 'CONTRACT_INVALID' });
  await expect(readContract(client)).rejects.toThrow(message);
});

test('an entry point without a contract is a mistake', async () => {
  app.respond(INPUT, ({ query }) => (query['entrypoint'] ? { status: 404, json: {} } : { json: { type: 'object' } }));
  await expect(readContract(client, ['minre'])).rejects.toThrow('no input contract for the entry point "minre"');
});

test('a drift is an error with the command that accepts it', async () => {
  app.respond(INPUT, { json: { required: ['a'] } });
  const contract = await readContract(client, ['miner']);
  app.respond(INPUT, { json: { required: ['b'] } });
  const comparing = requireSameContract(client, contract, 'tests/contract.json');
  await expect(comparing).rejects.toMatchObject({ code: 'CONTRACT_DRIFTED' });
  await expect(comparing).rejects.toThrow(
    /at "workflow\.miner\.required\.0": expected "a", received "b"[^]*`npx jest-connector contract --out tests\/contract.json --entrypoint miner`/,
  );
});
