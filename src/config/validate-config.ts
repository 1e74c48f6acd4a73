import { describeGiven, nearestName, type Problem } from '../problems';
import { isRecord, isText, shapeProblems, type Shape } from '../shape';
import { apisProblems } from './apis-problems';
import { boolean, httpUrl, milliseconds, record, textRecord, urlPath } from '../field-rules';
import { shortTimeoutProblems } from './short-timeout';

const WHERE = 'globals.connector';

const isCommand = (value: unknown): boolean =>
  isText(value) || (Array.isArray(value) && value.length > 0 && value.every(isText));

/** The fields of `globals.connector.app`. */
export const APP_SHAPE: Shape = {
  command: {
    expected: 'a command: a list of words, or a text for the shell',
    accepts: isCommand,
    required: true,
    example: "['node', 'app/main.js']",
  },
  cwd: { expected: 'a folder', accepts: isText, example: "'app'" },
  env: textRecord,
  url: httpUrl,
  healthPath: urlPath,
  timeout: milliseconds,
  reuseExisting: boolean,
};

/** The fields that `globals.connector` and `describeConnector` have in common. */
export const SHARED_SHAPE: Shape = {
  serverHost: httpUrl,
  workflowEndpoint: { ...urlPath, example: "'/start'" },
  timeout: milliseconds,
  allowShortTimeout: boolean,
  hookTimeout: milliseconds,
  headers: textRecord,
  query: textRecord,
  apis: record,
  healthPath: urlPath,
  healthTimeout: milliseconds,
};

/** The fields of `globals.connector`. */
export const CONFIG_SHAPE: Shape = {
  ...SHARED_SHAPE,
  app: record,
  secretNames: {
    expected: 'a list of names',
    accepts: (value) => Array.isArray(value) && value.every(isText),
    example: "['tenantPin']",
  },
  redact: boolean,
  junit: {
    expected: 'true, false or the path of a file',
    accepts: (value) => typeof value === 'boolean' || isText(value),
    example: "'reports/junit.xml'",
  },
};

/** Everything that is wrong in the Jest config's `globals`, as far as it is ours. */
export function validateConfig(globals: Readonly<Record<string, unknown>>): Problem[] {
  const nearMisses = Object.keys(globals)
    .filter((key) => key !== 'connector' && nearestName(key, ['connector']) !== undefined)
    .map((key): Problem => ({ where: `globals.${key}`, expected: 'the name connector', didYouMean: WHERE }));

  const config = globals['connector'];
  if (config === undefined) return nearMisses;
  if (!isRecord(config)) {
    return [...nearMisses, { where: WHERE, expected: 'an object of options', received: describeGiven(config) }];
  }
  return [
    ...nearMisses,
    ...notJson(config, WHERE),
    ...shapeProblems(config, CONFIG_SHAPE, WHERE),
    ...shortTimeoutProblems(config, WHERE),
    ...apisProblems(config['apis'], WHERE),
    ...appProblems(config),
  ];
}

function appProblems(config: Record<string, unknown>): Problem[] {
  if (!isRecord(config['app'])) return [];
  const problems = shapeProblems(config['app'], APP_SHAPE, `${WHERE}.app`);
  if (config['serverHost'] === undefined) return problems;
  return [
    ...problems,
    {
      where: WHERE,
      field: 'serverHost',
      expected: 'nothing beside `app`: the tests talk to the app that is started, at `app.url`',
      received: describeGiven(config['serverHost']),
    },
  ];
}

/** Jest hands `globals` to its workers as JSON: a RegExp would arrive as `{}`, a function not at all. */
function notJson(value: unknown, where: string): Problem[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => notJson(item, `${where}.${index}`));
  const plain = Object.prototype.toString.call(value) === '[object Object]';
  if (plain) {
    return Object.entries(value as object).flatMap(([key, item]) => notJson(item, `${where}.${key}`));
  }
  const isJson = value === null || ['string', 'boolean', 'undefined'].includes(typeof value) || Number.isFinite(value);
  if (isJson) return [];
  return [
    { where, expected: 'a JSON value, for Jest hands it to its workers as JSON', received: describeGiven(value) },
  ];
}
