import { failedChecks } from '../../../src/report/failed-checks';
import { failedResult } from '../../support/failed-result';

test('the failed checks come in their order', () => {
  const result = failedResult({ body: { a: 1, b: 2, c: 3 }, assertThat: { c: 4, a: 1, b: 5 } });

  expect(failedChecks(result).map(({ path }) => path)).toEqual(['c', 'b']);
});
