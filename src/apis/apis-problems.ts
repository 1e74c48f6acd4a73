import { apiMethod, boolean, urlPath } from '../validation/field-rules';
import { describeGiven, type Problem } from '../validation/problems';
import { isRecord, type Shape, shapeProblems } from '../validation/shape';
import { API_NAMES } from './api-names';

const API_SHAPE: Shape = {
  method: apiMethod,
  path: {
    expected: 'a path that starts with a slash; placeholders are names in braces',
    accepts: (value) => urlPath.accepts(value) && /^(?:[^{}]|\{[\w.-]+\})*$/.test(String(value)),
    required: true,
    example: "'/search/{index}'",
  },
  reads: boolean,
  rawBody: { expected: 'a string', accepts: (value) => typeof value === 'string', example: `'{"q": '` },
};

/** The problems in the option `apis`. */
export function apisProblems(apis: unknown, where: string): Problem[] {
  if (!isRecord(apis)) return [];
  return Object.entries(apis).flatMap(([name, definition]) => {
    const place = `${where}, apis.${name}`;
    if ((API_NAMES as readonly string[]).includes(name)) {
      return [{ where: place, expected: `another name: ${API_NAMES.join(', ')} are built in` }];
    }
    if (name.trim() === '')
      return [{ where: `${where}, apis`, expected: 'a non-empty name', received: describeGiven(name) }];
    if (!isRecord(definition)) {
      return [
        {
          where: place,
          expected: 'an object with a method and a path',
          received: describeGiven(definition),
          example: "{ method: 'GET', path: '/search' }",
        },
      ];
    }
    return shapeProblems(definition, API_SHAPE, place);
  });
}
