import { boolean, milliseconds, record } from '../field-rules';
import { isLazy } from '../lazy';
import { isRecord, isText, type Shape } from '../shape';
import { FINAL_STATES } from './awaited-states';

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
  needs: {
    expected: 'a list of names of scenarios',
    accepts: (value) => Array.isArray(value) && value.every(isText),
    example: "['workflow_extraction']",
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
  retries: {
    expected: 'a whole number from 1 to 10',
    accepts: (value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10,
    example: '2',
  },
  eventually: { ...record, expected: 'an object with `timeout`', example: '{ timeout: 60_000, interval: 1_000 }' },
  waitFor: {
    expected: `${FINAL_STATES.slice(0, -1).join(', ')} or ${FINAL_STATES.at(-1)}, or a list of these`,
    accepts: (value) => isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText)),
    example: "'COMPLETED'",
  },
  workflowTimeout: milliseconds,
  pollingInterval: milliseconds,
  inputContract: boolean,
  configPayload: { expected: 'a JSON value', accepts: (value) => typeof value !== 'function' },
};
