import { isLazy } from '../lazy';
import { FINAL_STATES } from '../scenario/awaited-states';
import { milliseconds, text } from '../validation/field-rules';
import { describeGiven, nearestName, type Problem } from '../validation/problems';
import { type FieldRule, isRecord, isText, type Shape, shapeProblems } from '../validation/shape';
import { DEVIATIONS } from './deviations';

const WHERE = 'options of standardScenarios';

const part = (what: string, accepts: (value: unknown) => boolean, example: string): FieldRule => ({
  expected: `${what}, or a function or lazy that returns it`,
  accepts: (value) => isLazy(value) || typeof value === 'function' || accepts(value),
  example,
});

const credentials = part(
  'an object, or a list of pairs',
  (value) => isRecord(value) || Array.isArray(value),
  "{ username: 'me', password: 'mine' }",
);

const metadata = part('an object', isRecord, "{ databases: ['MY_DB'] }");

const args: FieldRule = { expected: 'an object', accepts: isRecord };

/** The options that describe one API, by its name. */
export const API_SHAPES: Readonly<Record<string, Shape>> = {
  preflight: { metadata, connectionConfig: metadata },
  metadata: { args },
  workflow: {
    metadata,
    connection: part('an object', isRecord, "{ name: 'test_conn' }"),
    args,
    entrypoint: text,
    waitFor: {
      expected: `one of ${FINAL_STATES.join(', ')}`,
      accepts: (value) => (FINAL_STATES as readonly unknown[]).includes(value),
    },
    recordRules: { expected: 'a list of rules', accepts: Array.isArray, example: '[nonEmpty()]' },
    outputSubdirectory: { expected: "a folder's name, or ''", accepts: (value) => typeof value === 'string' },
    workflowTimeout: milliseconds,
  },
  config: { id: { ...text, example: "'jest-connector-ci'" } },
};

const orFalse = (name: string): FieldRule => ({
  expected: `an object with ${Object.keys(API_SHAPES[name] ?? {}).join(', ')}, or false`,
  accepts: (value) => value === false || isRecord(value),
});

/** The fields of the options of `standardScenarios`. */
export const STANDARD_SHAPE: Shape = {
  credentials,
  requiredCredentials: {
    expected: 'a list of names of credentials',
    accepts: (value) => Array.isArray(value) && value.every(isText),
    example: "['username', 'password']",
  },
  wrongCredentials: credentials,
  auth: { expected: 'false, or nothing', accepts: (value) => value === false },
  ...Object.fromEntries(Object.keys(API_SHAPES).map((name) => [name, orFalse(name)])),
  contract: { ...text, expected: 'the path of a file', example: "'contract.json'" },
  deviations: {
    expected: Object.keys(DEVIATIONS)
      .map((name) => `'${name}'`)
      .join(' or '),
    accepts: (value) => typeof value === 'string' && Object.hasOwn(DEVIATIONS, value),
  },
  except: {
    expected: 'an object with a reason for each name of a scenario',
    accepts: (value) => isRecord(value) && Object.values(value).every(isText),
    example: "{ standard_auth_without_host: 'the app has a default' }",
  },
};

/** The problems in the options of `standardScenarios`. */
export function standardProblems(options: unknown): Problem[] {
  if (!isRecord(options)) return [{ where: WHERE, expected: 'an object of options', received: describeGiven(options) }];
  return [
    ...shapeProblems(options, STANDARD_SHAPE, WHERE),
    ...Object.entries(API_SHAPES).flatMap(([name, shape]) => {
      const given = options[name];
      return isRecord(given) ? shapeProblems(given, shape, `${WHERE}, ${name}`) : [];
    }),
  ];
}

/** The problems in `except`: names that no scenario has. */
export function exceptProblems(except: Readonly<Record<string, string>>, names: readonly string[]): Problem[] {
  return Object.keys(except)
    .filter((name) => !names.includes(name))
    .map((name) => ({
      ...{ where: `${WHERE}, except`, field: name, expected: 'the name of a scenario of the suite' },
      ...{ received: describeGiven(name), didYouMean: nearestName(name, names) },
    }));
}
