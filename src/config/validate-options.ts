import { apisProblems } from '../apis/apis-problems';
import { isLazy } from '../lazy';
import { PARTS_SHAPE, SCENARIO_SHAPE } from '../scenario/scenario-shape';
import { strengthProblems } from '../scenario/strength/strength-options';
import { axiosInstance, callback, record } from '../validation/field-rules';
import { describeGiven, type Problem } from '../validation/problems';
import { asMeant, fieldMeant, isRecord, type Shape, shapeProblems } from '../validation/shape';
import { shortTimeoutProblems } from './short-timeout';
import { SHARED_SHAPE } from './validate-config';

const WHERE = 'options of describeConnector';

/** The fields of the options of `describeConnector`. */
export const OPTIONS_SHAPE: Shape = {
  ...SHARED_SHAPE,
  headers: record,
  query: record,
  axios: axiosInstance,
  ...PARTS_SHAPE,
  credentials: {
    expected: 'an object, or a function or lazy that returns one',
    accepts: (value) => isRecord(value) || isLazy(value) || typeof value === 'function',
    example: "{ authType: 'basic' }",
  },
  buildCredentials: callback,
  setupTestEnvironment: callback,
  cleanupTestEnvironment: callback,
  beforeScenario: callback,
  afterScenario: callback,
};

/** The problems in the options of `describeConnector`. */
export function validateOptions(options: unknown): Problem[] {
  if (!isRecord(options)) {
    return [{ where: WHERE, expected: 'an object of options', received: describeGiven(options) }];
  }
  const meant = asMeant(options, OPTIONS_SHAPE);
  return [
    ...shapeProblems(options, OPTIONS_SHAPE, WHERE).map(withScenarioField),
    ...shortTimeoutProblems(meant, WHERE),
    ...apisProblems(meant['apis'], WHERE),
    ...strengthProblems(meant['strength'], WHERE),
  ];
}

/** An unknown option may be a field of a scenario. */
function withScenarioField(problem: Problem): Problem {
  const { field = '', didYouMean } = problem;
  if (Object.hasOwn(OPTIONS_SHAPE, field) || didYouMean !== undefined) return problem;
  const meant = Object.hasOwn(SCENARIO_SHAPE, field) ? field : fieldMeant(field, SCENARIO_SHAPE);
  if (meant === undefined) return problem;
  return { ...problem, expected: 'a known option', didYouMean: `${meant}, a field of each scenario` };
}
