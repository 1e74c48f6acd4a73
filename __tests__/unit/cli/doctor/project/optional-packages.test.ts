import { optionalPackageFindings } from '../../../../../src/cli/doctor/project/optional-packages';
import { plainFacts } from '../../../../support/doctor-facts';
import { installed, temporaryProject } from '../../../../support/temporary-project';

const SCENARIOS = "import { matchesSchema } from 'jest-connector';\nconst check = matchesSchema({ type: 'object' });\n";

const findings = (files: Record<string, string>) =>
  optionalPackageFindings(plainFacts(temporaryProject({ ...installed('jest-connector', '1.0.0'), ...files }))).map(
    ({ check, severity, what }) => [check, severity, what],
  );

test('a project that uses none of the features', () => {
  const standard = "import { matchesSchema } from 'jest-connector';\nconst check = matchesSchema(zod.string());\n";
  expect(findings({ 'scenarios.ts': standard, 'other.ts': "read('a.parquet')" })).toEqual([]);
});

test('a JSON Schema needs ajv', () => {
  expect(findings({ 'scenarios.ts': SCENARIOS })).toEqual([
    ['ajv', 'problem', 'scenarios.ts uses JSON Schemas, and ajv is not installed.'],
  ]);
  expect(findings({ 'scenarios.ts': SCENARIOS, ...installed('ajv', '8.17.1') })).toEqual([
    ['ajv', 'ok', 'ajv 8.17.1, for JSON Schemas'],
  ]);
});

test('ajv 6, which other tools need, does not do', () => {
  expect(findings({ 'scenarios.ts': SCENARIOS, ...installed('ajv', '6.12.6') })).toEqual([
    ['ajv', 'problem', 'scenarios.ts uses JSON Schemas, and jest-connector finds ajv 6.12.6, which is too old.'],
  ]);
});

test('Parquet files need hyparquet', () => {
  const files = { 'a.test.ts': "import 'jest-connector';\nread('output/tables.parquet');" };
  expect(findings(files)).toEqual([
    ['hyparquet', 'problem', 'a.test.ts uses Parquet files, and hyparquet is not installed.'],
  ]);
});
