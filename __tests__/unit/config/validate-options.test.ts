import axios from 'axios';
import { validateOptions } from '../../../src/config/validate-options';
import { lazy } from '../../../src/lazy';
import { formatProblems } from '../../../src/validation/problems';

test('right options have no problem', () => {
  expect(validateOptions({})).toEqual([]);
  expect(
    validateOptions({
      serverHost: 'https://example.com/app',
      headers: { authorization: lazy(() => 'Bearer x') },
      axios: axios.create(),
      setupTestEnvironment: () => undefined,
      ...{ credentials: { a: 1 }, metadata: lazy(() => ({})), entrypoint: 'miner', requires: ['MY_DB'] },
      ...{ concurrency: true, correlationHeader: 'X-Request-ID' },
      strength: { accept: { 'data.message': 'is translated' } },
      ...{ buildCredentials: () => ({}), applicationName: 'pg', onMissing: 'fail' },
    }),
  ).toEqual([]);
});

test.each([
  [{ beforeAll: () => 1 }, 'the unknown field "beforeAll"'],
  [{ beforescenario: () => 1 }, 'did you mean: beforeScenario'],
  [{ setupTestEnvironment: 'x' }, 'setupTestEnvironment: expected a function'],
  [{ axios: {} }, 'axios: expected an axios instance'],
  [{ timeout: 30 }, 'did you mean: 30_000'],
  [{ credentials: [{ key: 'a', value: 'b' }] }, 'credentials: expected an object, or a function or lazy'],
  [{ defaultMetadata: {} }, 'the unknown field "defaultMetadata"'],
  [{ concurrency: 0 }, 'concurrency: expected a whole number from 1, or true'],
  [{ requires: 'MY_DB' }, 'requires: expected a list of names'],
  [{ buildCredentials: {} }, 'buildCredentials: expected a function'],
  [{ strength: { accept: { 'data.id': '' } } }, 'strength.accept["data.id"]: expected the reason, a non-empty string'],
  ['my connector', 'expected an object of options'],
])('%j is refused', (options, message) => {
  expect(formatProblems(validateOptions(options))).toContain(message);
});
