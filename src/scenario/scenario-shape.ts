import { boolean, milliseconds, text } from '../field-rules';
import { isLazy } from '../lazy';
import { COMPARISON_SHAPE } from '../output/expected-data-options';
import { isRecord, isText, type Shape } from '../shape';

const textValues = {
  expected: 'an object of texts, or a lazy that makes one',
  accepts: (value: unknown): boolean =>
    isLazy(value) ||
    (isRecord(value) &&
      Object.values(value).every((item) => isLazy(item) || ['string', 'number', 'boolean'].includes(typeof item))),
  example: "{ 'x-tenant': 'test' }",
};

const textOrLazy = {
  expected: 'a text, or a lazy that makes one',
  accepts: (value: unknown) => isLazy(value) || isText(value),
};

/** The fields of a scenario; `api` and `assertThat` are looked at apart, for they depend on more than their type. */
export const SCENARIO_SHAPE: Shape = {
  name: {
    expected: 'a name: what is tested and the expected outcome',
    accepts: isText,
    required: true,
    example: "'auth_invalid_password'",
  },
  api: { expected: 'the name of an API', accepts: () => true },
  args: {
    expected: 'an object, or a lazy that makes one',
    accepts: (value) => value !== null && typeof value === 'object',
    example: 'lazy(() => ({ credentials: { username: process.env.DB_USER } }))',
  },
  assertThat: { expected: 'paths and checks', accepts: () => true },
  description: { expected: 'a text', accepts: (value) => typeof value === 'string' },
  skip: boolean,
  skipReason: { expected: 'a text', accepts: isText },
  only: boolean,
  todo: boolean,
  tags: {
    expected: 'a list of words',
    accepts: (value) => Array.isArray(value) && value.every((tag) => isText(tag) && !/\s/.test(tag)),
    example: "['smoke', 'slow']",
  },
  endpoint: { expected: 'a path under /workflows/v1', accepts: isText, example: "'/extract'" },
  entrypoint: { expected: "the name of one of the app's entry points", accepts: isText, example: "'miner'" },
  headers: textValues,
  query: textValues,
  timeout: milliseconds,
  allowShortTimeout: boolean,
  configAction: {
    expected: "'get' or 'update'",
    accepts: (value) => value === 'get' || value === 'update',
  },
  configWorkflowId: { ...textOrLazy, example: "'my-workflow'" },
  expectedData: {
    expected: 'the path of a file that ends with .json, .jsonl or .ndjson',
    accepts: (value) => typeof value === 'string' && /.\.(?:json|jsonl|ndjson)$/.test(value),
    example: "'tests/expected/sales.json'",
  },
  extractedOutputBasePath: { ...text, expected: 'the path of a folder', example: "'./local/output'" },
  outputSubdirectory: { expected: "a folder's name, or ''", accepts: (value) => typeof value === 'string' },
  ...COMPARISON_SHAPE,
  schema: {
    expected: 'a JSON Schema, or a schema of zod, valibot or arktype',
    accepts: (value) => (typeof value === 'object' || typeof value === 'function') && value !== null,
  },
  recordRules: {
    expected: 'a list of rules',
    accepts: Array.isArray,
    example: "[nonEmpty('Table'), uniqueQualifiedName()]",
  },
  configPayload: { expected: 'a JSON value', accepts: (value) => typeof value !== 'function' },
};
