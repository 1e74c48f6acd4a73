import { apisProblems } from '../apis/apis-problems';
import { onMissing } from '../scenario/scenario-shape';
import { strength, strengthProblems } from '../scenario/strength/strength-options';
import {
  boolean,
  concurrency,
  headerName,
  milliseconds,
  record,
  SERVER_SHAPE,
  text,
  textRecord,
} from '../validation/field-rules';
import { describeGiven, nearestName, type Problem } from '../validation/problems';
import { asMeant, isRecord, isText, type Shape, shapeProblems } from '../validation/shape';
import { report, reportProblems } from './report-options';
import { appProblems, equalPortProblems, servicesProblems } from './services-problems';
import { shortTimeoutProblems } from './short-timeout';

const WHERE = 'globals.connector';

/** The fields that `globals.connector` and `describeConnector` share. */
export const SHARED_SHAPE: Shape = {
  ...SERVER_SHAPE,
  allowShortTimeout: boolean,
  hookTimeout: milliseconds,
  concurrency,
  correlationHeader: headerName,
  headers: textRecord,
  query: textRecord,
  healthTimeout: milliseconds,
  applicationName: { ...text, example: "'postgres'" },
  onMissing,
  workflowTimeout: milliseconds,
  pollingInterval: milliseconds,
  inputContract: boolean,
  strictPaths: boolean,
  forbidSecretsInResponses: boolean,
  extractedOutputBasePath: { ...text, expected: 'the path of a folder', example: "'./local/output'" },
  strength,
};

/** The fields of `globals.connector`. */
export const CONFIG_SHAPE: Shape = {
  ...SHARED_SHAPE,
  app: record,
  services: record,
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
  report,
};

/** The problems in our part of the Jest config's `globals`. */
export function validateConfig(globals: Readonly<Record<string, unknown>>): Problem[] {
  const nearMisses = Object.keys(globals)
    .filter((key) => key !== 'connector' && nearestName(key, ['connector']) !== undefined)
    .map((key): Problem => ({ where: `globals.${key}`, expected: 'the name `connector`', didYouMean: WHERE }));

  const config = globals['connector'];
  if (config === undefined) return nearMisses;
  if (!isRecord(config)) {
    return [...nearMisses, { where: WHERE, expected: 'an object of options', received: describeGiven(config) }];
  }
  const meant = asMeant(config, CONFIG_SHAPE);
  return [
    ...nearMisses,
    ...notJson(config, WHERE),
    ...shapeProblems(config, CONFIG_SHAPE, WHERE),
    ...shortTimeoutProblems(meant, WHERE),
    ...apisProblems(meant['apis'], WHERE),
    ...servicesProblems(meant['services'], `${WHERE}.services`),
    ...appProblems(meant['app'], `${WHERE}.app`),
    ...equalPortProblems(meant, WHERE),
    ...reportProblems(meant['report'], WHERE),
    ...serverBesideApp(meant),
    ...strengthProblems(meant['strength'], WHERE),
  ];
}

function serverBesideApp(config: Record<string, unknown>): Problem[] {
  if (!isRecord(config['app']) || config['serverHost'] === undefined) return [];
  return [
    {
      where: WHERE,
      field: 'serverHost',
      expected: 'either `app` or `serverHost`: with `app`, the tests use the app that is started, at `app.url`',
      received: describeGiven(config['serverHost']),
    },
  ];
}

/** Jest passes `globals` to its workers as JSON: a RegExp would arrive as `{}`, and a function not at all. */
function notJson(value: unknown, where: string): Problem[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => notJson(item, `${where}.${index}`));
  const plain = Object.prototype.toString.call(value) === '[object Object]';
  if (plain) {
    return Object.entries(value as object).flatMap(([key, item]) => notJson(item, `${where}.${key}`));
  }
  const isJson = value === null || ['string', 'boolean', 'undefined'].includes(typeof value) || Number.isFinite(value);
  if (isJson) return [];
  return [
    { where, expected: 'a JSON value, because Jest passes it to its workers as JSON', received: describeGiven(value) },
  ];
}
