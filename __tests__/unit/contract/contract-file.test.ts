import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contract } from '../../../src/contract/contract';
import { contractDrift } from '../../../src/contract/contract-drift';
import { loadContract, writeContract } from '../../../src/contract/contract-file';

const contract: Contract = {
  format: 'jest-connector/contract@1',
  workflow: { '': { properties: { limit: { type: 'integer', maximum: 9223372036854775807n } } } },
  bodies: { auth: { type: 'object' } },
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'contract-'));
  path = join(folder, 'below/contract.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is written is read again, with all digits, and nothing else is left', () => {
  writeContract(path, contract);
  expect(loadContract(path)).toEqual(contract);
  expect(readFileSync(path, 'utf8')).toMatch(
    /^\{\n {2}"format": "jest-connector\/contract@1",\n[^]*9223372036854775807\n[^]*\}\n$/,
  );
  expect(readdirSync(join(folder, 'below'))).toEqual(['contract.json']);
});

test('a missing file says the command that writes it', () => {
  const loading = () => loadContract(path, 'tests/contract.json');
  expect(loading).toThrow(expect.objectContaining({ code: 'CONTRACT_MISSING' }) as Error);
  expect(loading).toThrow(/run `npx jest-connector contract --out tests\/contract\.json`, and commit\s+the file/);
  expect(() => loadContract(path, 'contract.json')).toThrow('run `npx jest-connector contract`,');
});

test.each([
  ['no JSON', '{', 'it is not JSON: '],
  ['another file', '{"name":"x"}', 'its field "format" is not "jest-connector/contract@1"'],
  ['a list', '[]', 'its field "format"'],
  [
    'no schemas',
    '{"format":"jest-connector/contract@1","workflow":[],"bodies":{"auth":1}}',
    'workflow and bodies must be an object of JSON Schemas',
  ],
])('%s is no contract', (_what, text, why) => {
  const other = join(folder, 'a.json');
  writeFileSync(other, text);
  expect(() => loadContract(other)).toThrow(expect.objectContaining({ code: 'CONTRACT_INVALID' }) as Error);
  expect(() => loadContract(other)).toThrow(why);
  expect(() => loadContract(folder)).toThrow("it can't be read (EISDIR)");
});

test('a drift names the place, and words for people are none', () => {
  const changed = { ...contract, workflow: { '': { properties: { limit: { type: 'string', title: 'Limit' } } } } };
  expect(contractDrift(changed, contract)).toContain(
    'at "workflow..properties.limit.type": expected "integer", received "string"',
  );
  expect(contractDrift({ ...contract, bodies: { auth: { type: 'object', title: 'Auth' } } }, contract)).toBeUndefined();
  expect(contractDrift({ ...contract, manifest: {} }, contract)).toContain('at "manifest": not expected');
});
