import axios from 'axios';
import { validateOptions } from '../../../src/config/validate-options';
import { lazy } from '../../../src/lazy';
import { formatProblems } from '../../../src/problems';

test('right options have no problem', () => {
  expect(validateOptions({})).toEqual([]);
  expect(
    validateOptions({
      serverHost: 'https://example.com/app',
      headers: { authorization: lazy(() => 'Bearer x') },
      axios: axios.create(),
      setupTestEnvironment: () => undefined,
    }),
  ).toEqual([]);
});

test.each([
  [{ beforeAll: () => 1 }, 'the unknown field "beforeAll"'],
  [{ beforescenario: () => 1 }, 'did you mean: beforeScenario'],
  [{ setupTestEnvironment: 'x' }, 'setupTestEnvironment: expected a function'],
  [{ axios: {} }, 'axios: expected an axios instance'],
  [{ timeout: 30 }, 'did you mean: 30_000'],
  ['my connector', 'expected an object of options'],
])('%j is refused', (options, message) => {
  expect(formatProblems(validateOptions(options))).toContain(message);
});
