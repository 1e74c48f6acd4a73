import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { captureCallSite } from '../../../src/call-site';
import { type Client, createClient } from '../../../src/client/client';
import { resolveOptions } from '../../../src/config/resolve-options';
import { writeContract } from '../../../src/contract/contract-file';
import { readContract } from '../../../src/contract/read-contract';
import { BlockStrength } from '../../../src/jest/strength/block-strength';
import type { AnyApiScenario } from '../../../src/scenario/scenario';
import type { StandardOptions } from '../../../src/standard/standard-options';
import { createStandardScenarios } from '../../../src/standard/standard-scenarios';
import type { StrengthRecord } from '../../../src/strength/strength-record';
import type { AppServer } from '../../support/app-server';
import { runOneScenario } from '../../support/run-one-scenario';
import { startStrictApp, STRICT_CREDENTIALS } from '../../support/strict-app';

// A test runs the whole suite.
jest.setTimeout(60_000);

let app: AppServer;
let client: Client;
let folder: string;
beforeEach(async () => {
  app = await startStrictApp();
  client = createClient({ serverHost: app.url });
  folder = mkdtempSync(join(tmpdir(), 'standard-strength-'));
});
afterEach(async () => {
  client.close();
  rmSync(folder, { recursive: true });
  await app.close();
});

/** What each scenario of the suite would notice, by name. */
async function judge(options: StandardOptions, names = /./): Promise<ReadonlyMap<string, StrengthRecord>> {
  const resolved = resolveOptions({ config: {}, environment: {}, startedAppUrl: app.url, options: {} });
  const strength = new BlockStrength(resolved);
  const call = { site: captureCallSite(judge), place: undefined, folder };
  const records = new Map<string, StrengthRecord>();
  for (const scenario of createStandardScenarios(options, call) as AnyApiScenario[]) {
    if (!names.test(scenario.name)) continue;
    const result = await runOneScenario(app.url, scenario, { context: { client } });
    expect(result).toMatchObject({ name: scenario.name, success: true });
    records.set(scenario.name, strength.judge(scenario, result));
  }
  return records;
}

const accepted = (records: ReadonlyMap<string, StrengthRecord>): string[] =>
  [...records].flatMap(([name, { accepts }]) => accepts.map(({ what }) => `${name}: ${what}`));

const OPTIONS: StandardOptions = {
  credentials: STRICT_CREDENTIALS,
  preflight: { metadata: { databases: ['MY_DB'] } },
  workflow: { metadata: { databases: ['MY_DB'] }, connection: { name: 'c' } },
};

test('no scenario would accept a broken response; without rules, one a workflow that writes nothing', async () => {
  writeContract(join(folder, 'contract.json'), await readContract(client));
  const records = await judge({ ...OPTIONS, contract: 'contract.json' });

  expect(accepted(records)).toEqual(['standard_workflow_ends: the workflow completes without any records']);
  expect([...records].filter(([, { broken }]) => broken.total === 0)).toEqual([]);
  expect(records.size).toBeGreaterThan(50);
});

test('an app that refuses a credential that it does not know passes, and so do servers without `data`', async () => {
  app.respond('POST /workflows/v1/auth', ({ text }) =>
    text.includes('jest_connector_unknown')
      ? { status: 422, json: { success: false, message: 'unknown field', detail: [] } }
      : { json: { success: true, message: 'Authentication successful' } },
  );
  const records = await judge(OPTIONS, /_auth_(?:valid|unknown_credential)$/);
  // Accepting the credential is as right as refusing it.
  expect(accepted(records)).toEqual(['standard_auth_unknown_credential: a success with status 200']);
});

test('an app without an input contract', async () => {
  app.respond('GET /workflows/v1/input-contract', { status: 404, json: { detail: "App '' not registered" } });
  writeContract(join(folder, 'contract.json'), await readContract(client));
  const records = await judge({ ...OPTIONS, contract: 'contract.json' }, /contract_is_current/);
  expect(accepted(records)).toEqual([]);
  expect(records.get('standard_contract_is_current')).toMatchObject({ broken: { noticed: 6, total: 6 } });
});
