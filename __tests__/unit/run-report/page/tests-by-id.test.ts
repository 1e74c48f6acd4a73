import { testId } from '../../../../src/run-report/model/test-id';
import { testsById } from '../../../../src/run-report/page/tests-by-id';
import { runModel } from '../../../support/run-models';

test('keeps the order', () => {
  const { tests } = runModel({ passed: 5, failed: 2 });
  expect([...testsById(tests)]).toEqual(tests.map((each) => [testId(each), each]));
});

test('a test that is there three times has three ids', () => {
  const [test] = runModel({ passed: 1 }).tests;
  const id = testId(test!);
  expect([...testsById([test!, test!, test!]).keys()]).toEqual([id, `${id}-2`, `${id}-3`]);
});
