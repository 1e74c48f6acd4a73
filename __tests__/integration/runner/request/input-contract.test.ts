import * as schemas from '../../../../src/assertions/schema/json-schema';
import type { ContractCache } from '../../../../src/runner/request/input-contract';
import type { ScenarioResult } from '../../../../src/runner/scenario-result';
import type { AnyApiScenario } from '../../../../src/scenario/scenario';
import { type AppServer, type Reply, startAppServer } from '../../../support/app-server';
import { recordedResponses } from '../../../support/recorded-responses';
import { runOneScenario } from '../../../support/run-one-scenario';

jest.mock('../../../../src/assertions/schema/json-schema', () => {
  const actual = jest.requireActual<typeof schemas>('../../../../src/assertions/schema/json-schema');
  return { ...actual, hasAjv: jest.fn(actual.hasAjv) };
});

const CONTRACT = 'GET /workflows/v1/input-contract';
const recorded = recordedResponses.find(({ label }) => label === 'input contract')?.response.body as object;

let app: AppServer;
let contracts: ContractCache;
let reported: string[];
beforeEach(async () => {
  app = await startAppServer();
  contracts = new Map();
  reported = [];
  app.respond(CONTRACT, { json: recorded });
});
afterEach(() => app.close());

const start = (args: object, fields: Partial<AnyApiScenario> = {}): Promise<ScenarioResult> =>
  runOneScenario(
    app.url,
    { api: 'workflow', args: args as never, ...fields },
    { contracts, report: (line) => reported.push(line) },
  );
const asked = (part: string): number => app.requests.filter(({ path }) => path.endsWith(part)).length;
const contract = (schema: object): void => app.respond(CONTRACT, { json: { type: 'object', ...schema } });

test('arguments that do not fit are not sent, and the field is named', async () => {
  const result = await start({ credentials: { password: 'hunter22' }, metadata: 'MY_DB', connection: { name: 7 } });

  expect(result).toMatchObject({ success: false, attempts: 0, outcomes: [], error: { code: 'INVALID_ARGS' } });
  expect(result.error?.message).toContain('at "metadata": it must be object, received "MY_DB"');
  expect(app.requests.map(({ path }) => path)).toEqual(['/workflows/v1/input-contract']);
});

test('arguments that fit are sent; the contract is asked for once', async () => {
  const args = { credentials: { host: 'x' }, metadata: {}, unknown_to_it: 1 };
  expect(await start(args)).toMatchObject({ success: true });
  expect(await start(args)).toMatchObject({ success: true });
  expect(asked('/input-contract')).toBe(1);
  expect(reported).toEqual([]);
});

test('scenarios that run at once ask for the contract once', async () => {
  const args = { credentials: { host: 'x' }, metadata: {} };
  expect(await Promise.all([start(args), start(args)])).toMatchObject([{ success: true }, { success: true }]);
  expect(asked('/input-contract')).toBe(1);
});

test('what the client and the server change on the way is not held against the scenario', async () => {
  contract({
    additionalProperties: false,
    required: ['credential_guid', 'metadata'],
    properties: {
      credential_guid: { type: 'string', minLength: 32 },
      metadata: { type: 'object' },
      limit: { type: 'integer' },
    },
  });
  const args = { credentials: { host: 'x' }, metadata: {}, limit: '5', workflow_id: 'w', correlation_id: 'c' };
  expect(await start(args)).toMatchObject({ success: true });

  const wrong = await start({ metadata: {}, limit: 'five', extra: 1 });
  expect(wrong.error?.message).toMatch(
    /required property 'credential_guid'[^]*additional properties \("extra"\)[^]*at "limit"/,
  );
});

test('as pydantic writes it: references, unions, and keywords that nobody knows', async () => {
  contract({
    $defs: { Mode: { enum: ['full', 'incremental'], title: 'Mode', 'x-order': 1 } },
    properties: { mode: { anyOf: [{ $ref: '#/$defs/Mode' }, { type: 'null' }], discriminator: { propertyName: 'k' } } },
  });
  expect(await start({ mode: null })).toMatchObject({ success: true });
  expect((await start({ mode: 'ful' })).error?.message).toContain('at "mode"');
});

test('each entry point has its own', async () => {
  app.respond(CONTRACT, ({ query }) => (query['entrypoint'] === 'miner' ? { json: { required: ['day'] } } : undefined));
  expect(await start({})).toMatchObject({ success: true });
  expect(await start({}, { entrypoint: 'miner' })).toMatchObject({ success: false });
});

test.each<[string, Partial<AnyApiScenario>]>([
  ['where the scenario says so', { inputContract: false }],
  ['for another endpoint', { endpoint: '/extract' }],
  ['for a body that is sent as it is', { args: undefined as never, rawBody: '{' }],
  ['for a method without a body', { args: undefined as never, method: 'GET' }],
])('nothing is asked or checked %s', async (_where, fields) => {
  expect((await start({ metadata: 'MY_DB' }, fields)).attempts).toBe(1);
  expect(asked('/input-contract')).toBe(0);
});

test.each<[string, Reply, RegExp | undefined]>([
  ['has none', { status: 404, json: { detail: 'Not Found' } }, undefined],
  ['answers something else', { raw: '<html>' }, undefined],
  [
    'fails',
    { status: 500, json: { detail: 'oops' } },
    /can't use the input contract of .*, so arguments are not checked: the server returned 500$/,
  ],
  ['gives a broken one', { json: { type: 'objekt' } }, /Invalid JSON Schema\. /],
  ['drops the connection', { fault: 'reset' }, /got no response/],
])('an app that %s turns no scenario red, and what kept the check away is told', async (_what, reply, line) => {
  app.respond(CONTRACT, reply);
  expect(await start({ metadata: 'MY_DB' })).toMatchObject({ success: true });
  expect(reported).toEqual(line === undefined ? [] : [expect.stringMatching(line)]);
});

test('without ajv nothing is asked or checked', async () => {
  jest.mocked(schemas.hasAjv).mockReturnValueOnce(false);
  expect(await start({ metadata: 'MY_DB' })).toMatchObject({ success: true });
  expect(asked('/input-contract')).toBe(0);
});
