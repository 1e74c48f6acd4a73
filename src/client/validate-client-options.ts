import { isBuiltInApi } from '../apis/apis';
import { ConnectorTestError } from '../errors';
import {
  apiMethod,
  axiosInstance,
  boolean,
  callback,
  httpUrl,
  isHttpUrl,
  milliseconds,
} from '../validation/field-rules';
import { describeGiven, formatProblems, type Problem } from '../validation/problems';
import { sendableCopy } from '../json/sendable-copy';
import { type FieldRule, isRecord, isText, shapeProblems, type Shape } from '../validation/shape';
import { displayUrl } from './http/request-url';

const isTexts = (value: unknown): boolean =>
  isRecord(value) &&
  // A Map or Headers has no fields of its own, and NaN is no number that anybody means.
  sendableCopy(value).unsendable.length === 0 &&
  Object.values(value).every((item) => ['string', 'number', 'bigint', 'boolean'].includes(typeof item));

const texts: FieldRule = { expected: 'an object of texts', accepts: isTexts, example: "{ 'x-tenant': 'test' }" };
const path: FieldRule = { expected: 'a path', accepts: isText, example: "'/server/health'" };

/** The options of `createClient`. */
export const CLIENT_SHAPE: Shape = {
  serverHost: { ...httpUrl, example: "'http://localhost:8000'" },
  workflowEndpoint: { ...path, example: "'/start'" },
  timeout: milliseconds,
  headers: texts,
  query: texts,
  apis: { expected: 'an object of APIs', accepts: isRecord, example: "{ search: { method: 'GET', path: '/search' } }" },
  healthPath: path,
  axios: axiosInstance,
};

/** The options of one call. */
export const CALL_SHAPE: Shape = {
  timeout: milliseconds,
  headers: texts,
  query: texts,
  endpoint: { ...path, example: "'/extract'" },
  entrypoint: { expected: 'the name of an entry point', accepts: isText, example: "'miner'" },
  onExchange: callback,
};

const API_SHAPE: Shape = {
  method: apiMethod,
  path: { expected: 'a path', accepts: isText, required: true, example: "'/search'" },
  reads: boolean,
};

/** Throws `INVALID_OPTIONS`, with everything that is wrong in the options of `createClient`. */
export function requireClientOptions(options: unknown): void {
  const where = 'createClient';
  if (!isRecord(options)) {
    throw invalidOptions([{ where, expected: 'an object of options', received: describeGiven(options) }]);
  }
  const problems = shapeProblems(options, CLIENT_SHAPE, where).map((problem) => withScheme(problem, options));
  throwIfAny([...problems, ...apisProblems(options['apis'], `${where}, apis`)]);
}

/** Throws `INVALID_OPTIONS`, with everything that is wrong in the options of one call. */
export function requireCallOptions(options: unknown, api: string): void {
  const where = `the options of ${api}`;
  if (!isRecord(options)) {
    throw invalidOptions([{ where, expected: 'an object of options', received: describeGiven(options) }]);
  }
  throwIfAny(shapeProblems(options, CALL_SHAPE, where));
}

/** `localhost:8000` is what people write; a password in it is not shown. */
function withScheme(problem: Problem, { serverHost }: Record<string, unknown>): Problem {
  if (problem.field !== 'serverHost' || typeof serverHost !== 'string') return problem;
  const safe = { ...problem, received: describeGiven(serverHost.replace(/(:\/\/|^)[^/]*@/, '$1')) };
  const guess = `http://${serverHost}`;
  if (serverHost.includes('://') || !isHttpUrl(guess)) return safe;
  return { ...safe, didYouMean: `'${displayUrl(guess)}'` };
}

function apisProblems(apis: unknown, where: string): Problem[] {
  if (!isRecord(apis)) return [];
  return Object.entries(apis).flatMap(([name, definition]): Problem[] => {
    const place = `${where}.${name}`;
    if (isBuiltInApi(name)) return [{ where: place, expected: 'a name that is not one of the five APIs' }];
    if (isRecord(definition)) return shapeProblems(definition, API_SHAPE, place);
    return [{ where: place, expected: 'a method and a path', received: describeGiven(definition) }];
  });
}

function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidOptions(problems);
}

function invalidOptions(problems: readonly Problem[]): ConnectorTestError {
  return new ConnectorTestError('INVALID_OPTIONS', {
    what: problems.length === 1 ? 'An option is not valid.' : `${problems.length} options are not valid.`,
    why: formatProblems(problems),
    fix: 'correct what is listed; nothing was sent.',
  });
}
