import { apisProblems } from '../apis/apis-problems';
import { ConnectorTestError } from '../errors';
import { sendableCopy } from '../json/sendable-copy';
import {
  apiMethod,
  axiosInstance,
  callback,
  isHttpUrl,
  isTextValue,
  milliseconds,
  rawBody,
  SERVER_SHAPE,
} from '../validation/field-rules';
import { describeGiven, formatProblems, type Problem } from '../validation/problems';
import { asMeant, type FieldRule, isRecord, isText, type Shape, shapeProblems } from '../validation/shape';
import type { CallOptions } from './client-options';
import { displayUrl } from './http/request-url';

const isTexts = (value: unknown): boolean =>
  isRecord(value) &&
  // A Map or Headers has no own fields, and NaN is never intended.
  sendableCopy(value).unsendable.length === 0 &&
  Object.values(value).every(isTextValue);

const texts: FieldRule = {
  expected: 'an object with string values',
  accepts: isTexts,
  example: "{ 'x-tenant': 'test' }",
};

/** The options of `createClient`. */
export const CLIENT_SHAPE: Shape = {
  ...SERVER_SHAPE,
  headers: texts,
  query: texts,
  axios: axiosInstance,
};

/** The options of one call. */
export const CALL_SHAPE: Shape = {
  timeout: milliseconds,
  headers: texts,
  query: texts,
  endpoint: { expected: 'a path', accepts: isText, example: "'/extract'" },
  entrypoint: { expected: 'the name of an entry point', accepts: isText, example: "'miner'" },
  method: { ...apiMethod, required: false },
  rawBody,
  onExchange: callback,
};

/** Throws `INVALID_OPTIONS` with all problems in the options of `createClient`. */
export function requireClientOptions(options: unknown): void {
  const where = 'createClient';
  if (!isRecord(options)) {
    throw invalidOptions([{ where, expected: 'an object of options', received: describeGiven(options) }]);
  }
  const problems = shapeProblems(options, CLIENT_SHAPE, where).map((problem) => withScheme(problem, options));
  throwIfAny([...problems, ...apisProblems(asMeant(options, CLIENT_SHAPE)['apis'], where)]);
}

/** Options that need no validation, because they were made of validated fields. */
const known = new WeakSet<object>();

/** Declares options of a call valid: those of a scenario were validated with it, and a run may have thousands. */
export function validCallOptions<Options extends CallOptions>(options: Options): Options {
  known.add(options);
  return options;
}

/** Throws `INVALID_OPTIONS` with all problems in the options of one call. */
export function requireCallOptions(options: unknown, api: string): void {
  const where = `the options of ${api}`;
  if (!isRecord(options)) {
    throw invalidOptions([{ where, expected: 'an object of options', received: describeGiven(options) }]);
  }
  if (!known.has(options)) throwIfAny(shapeProblems(options, CALL_SHAPE, where));
}

/** Suggests a scheme, because `localhost:8000` is a common mistake; a password is not shown. */
function withScheme(problem: Problem, { serverHost }: Record<string, unknown>): Problem {
  if (problem.field !== 'serverHost' || typeof serverHost !== 'string') return problem;
  const safe = { ...problem, received: describeGiven(serverHost.replace(/(:\/\/|^)[^/]*@/, '$1')) };
  const guess = `http://${serverHost}`;
  if (serverHost.includes('://') || !isHttpUrl(guess)) return safe;
  return { ...safe, didYouMean: `'${displayUrl(guess)}'` };
}

function throwIfAny(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidOptions(problems);
}

function invalidOptions(problems: readonly Problem[]): ConnectorTestError {
  return new ConnectorTestError('INVALID_OPTIONS', {
    what: problems.length === 1 ? 'Invalid option.' : `${problems.length} invalid options.`,
    why: formatProblems(problems),
    fix: 'correct the problems above; nothing was sent.',
  });
}
