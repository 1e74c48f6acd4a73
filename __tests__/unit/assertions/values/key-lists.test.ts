import { equals } from '../../../../src/assertions';
import { evaluate } from '../../../../src/assertions/evaluate';
import { printValue } from '../../../../src/assertions/values/print';
import { pruneResult } from '../../../../src/report/cut/prune-result';
import { failureText } from '../../../../src/report/failure-text';
import { failedResult } from '../../../support/failed-result';

const large = () => Object.fromEntries(Array.from({ length: 20_000 }, (_unused, index) => [`key_${index}`, index]));

const timesListed = (value: object): number =>
  jest.mocked(Object.keys).mock.calls.filter(([of]) => of === value).length;

beforeEach(() => void jest.spyOn(Object, 'keys'));
afterEach(() => jest.restoreAllMocks());

test('comparing a large object and all that a failure shows of it list its keys once', () => {
  const received = large();
  const expected = { ...large(), key_19999: 'other' };
  const check = equals(expected);
  jest.mocked(Object.keys).mockClear();

  const result = failedResult({ body: { data: received }, assertThat: { data: check } });
  expect(failureText(pruneResult(result))).toContain('at "key_19999": expected "other", received 19999');
  expect([timesListed(received), timesListed(expected)]).toEqual([1, 1]);
});

test('a verdict never uses a list of an earlier one', () => {
  const received: Record<string, unknown> = large();
  const subject = { body: received, roots: {} };
  expect(evaluate(subject, { '': equals(large()) })).toMatchObject([{ passed: true }]);
  received['more'] = 1;
  expect(evaluate(subject, { '': equals(large()) })).toMatchObject([{ passed: false }]);
  expect(printValue(received)).toContain('… 19,989 more');
});
