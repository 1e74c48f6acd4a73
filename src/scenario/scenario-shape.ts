import { isLikeSchema } from '../assertions/schema/schema';
import { isLazy } from '../lazy';
import { COMPARISON_SHAPE } from '../output/baseline/expected-data-options';
import {
  apiMethod,
  boolean,
  callback,
  isTextValue,
  milliseconds,
  rawBody,
  record,
  text,
} from '../validation/field-rules';
import { type FieldRule, isRecord, isText, type Shape } from '../validation/shape';
import { FINAL_STATES } from './awaited-states';
import { strength } from './strength/strength-options';

const textValues = {
  expected: 'an object with string values, or a lazy that returns one',
  accepts: (value: unknown): boolean =>
    isLazy(value) || (isRecord(value) && Object.values(value).every((item) => isLazy(item) || isTextValue(item))),
  example: "{ 'x-tenant': 'test' }",
};

/** A part of a request; a function or a lazy may compute it later. */
function part(what: string, accepts: (value: unknown) => boolean, example: string): FieldRule {
  return {
    expected: `${what}, or a function or lazy that returns it`,
    accepts: (value) => isLazy(value) || typeof value === 'function' || accepts(value),
    example,
  };
}

/** The parts of a request and the variables they need, in a scenario or as defaults in its block. */
export const PARTS_SHAPE: Shape = {
  metadata: part('an object', isRecord, "{ databases: ['MY_DB'] }"),
  connection: part('an object', isRecord, "{ name: 'test_conn' }"),
  connectionConfig: part('an object', isRecord, "{ databases: ['MY_DB'] }"),
  checksToRun: part(
    'a list of names',
    (value) => Array.isArray(value) && value.every((name) => isLazy(name) || isText(name)),
    "['connectivityCheck']",
  ),
  preflightTimeout: part(milliseconds.expected, milliseconds.accepts, '60_000'),
  entrypoint: part("the name of one of the app's entry points", isText, "'miner'"),
  requires: {
    expected: 'a list of names of environment variables',
    accepts: (value) =>
      Array.isArray(value) && value.every((name) => typeof name === 'string' && /^[A-Za-z_]\w*$/.test(name)),
    example: "['MY_DB_HOST', 'MY_DB_PASSWORD']",
  },
};

/** What to do with a scenario whose variables are missing. */
export const onMissing: FieldRule = {
  expected: "'fail' or 'skip'",
  accepts: (value) => value === 'fail' || value === 'skip',
};

/** The fields of a scenario; `api` and `assertThat` are checked separately, because they depend on more than their type. */
export const SCENARIO_SHAPE: Shape = {
  name: {
    expected: 'a name that says what is tested and the expected outcome',
    accepts: isText,
    required: true,
    example: "'auth_invalid_password'",
  },
  api: { expected: 'the name of an API', accepts: () => true },
  args: {
    expected: 'an object, or a lazy that returns one',
    accepts: (value) => value !== null && typeof value === 'object',
    example: 'lazy(() => ({ credentials: { username: process.env.DB_USER } }))',
  },
  assertThat: { expected: 'an object of paths and checks', accepts: () => true },
  description: { expected: 'a string', accepts: (value) => typeof value === 'string' },
  skip: boolean,
  skipReason: { expected: 'a non-empty string', accepts: isText },
  only: boolean,
  todo: boolean,
  tags: {
    expected: 'a list of words without spaces',
    accepts: (value) => Array.isArray(value) && value.every((tag) => isText(tag) && !/\s/.test(tag)),
    example: "['smoke', 'slow']",
  },
  needs: {
    expected: 'a list of names of scenarios',
    accepts: (value) => Array.isArray(value) && value.every(isText),
    example: "['workflow_extraction']",
  },
  serial: boolean,
  lock: { ...text, example: "'tenant'" },
  endpoint: { expected: 'a path under /workflows/v1', accepts: isText, example: "'/extract'" },
  method: { ...apiMethod, required: false, example: "'GET'" },
  rawBody: {
    ...rawBody,
    expected: `${rawBody.expected}, or a lazy that returns one`,
    accepts: (value) => isLazy(value) || rawBody.accepts(value),
  },
  changeArgs: { ...callback, example: '(args) => ({ ...args, credentials: [] })' },
  headers: textValues,
  query: textValues,
  timeout: milliseconds,
  allowShortTimeout: boolean,
  ...PARTS_SHAPE,
  onMissing,
  credentials: part(
    'an object, or a list of pairs',
    (value) => isRecord(value) || Array.isArray(value),
    "{ username: 'nobody', password: 'wrong' }",
  ),
  configAction: {
    expected: "'get' or 'update'",
    accepts: (value) => value === 'get' || value === 'update',
  },
  configWorkflowId: part('a non-empty string', isText, "'my-workflow'"),
  retries: {
    expected: 'a whole number from 1 to 10',
    accepts: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10,
    example: '2',
  },
  eventually: { ...record, expected: 'an object with `timeout`', example: '{ timeout: 60_000, interval: 1_000 }' },
  forbidSecretsInResponses: boolean,
  mustNotStart: boolean,
  waitFor: {
    expected: `${FINAL_STATES.slice(0, -1).join(', ')} or ${String(FINAL_STATES.at(-1))}, or a list of these`,
    accepts: (value) => isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText)),
    example: "'COMPLETED'",
  },
  workflowTimeout: milliseconds,
  pollingInterval: milliseconds,
  inputContract: boolean,
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
    accepts: isLikeSchema,
  },
  recordRules: {
    expected: 'a list of rules',
    accepts: Array.isArray,
    example: "[nonEmpty('Table'), uniqueQualifiedName()]",
  },
  strength,
  configPayload: { expected: 'a JSON value', accepts: (value) => typeof value !== 'function' },
};
