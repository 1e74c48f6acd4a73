import '../../../../matchers/jest-ambient';

import * as matchers from '../../../../matchers';
import { equals, exists, greaterThan, isBefore, noneOf, notEquals } from '../../../../src/assertions';
import { nonEmpty } from '../../../../src/output/lazy-output';
import { responseOf, thrownBy } from '../../../support/matcher-failure';

expect.extend(matchers);

type Call = readonly [name: keyof typeof matchers, args: readonly unknown[], what: string];

const WRONG: readonly Call[] = [
  ['toSatisfyPath', [5, equals(1)], 'invalid `path`'],
  ['toSatisfyPath', ['a..b', equals(1)], 'did you mean "a.b"'],
  ['toSatisfyPath', ['a[0]', equals(1)], 'did you mean "a.0"'],
  ['toSatisfyPath', ['a'], "`check` isn't a valid check"],
  ['toSatisfyPath', ['a', exists], 'exists needs parentheses'],
  ['toSatisfyPath', ['a', greaterThan('x' as never, { descripton: 'x' } as never)], 'last argument'],
  ['toSatisfyPath', ['a', /x/], 'matches(/x/)'],
  ['toSatisfyPath', ['a', equals(1), 'a note'], 'takes `path` and `check` only'],
  ['toSatisfy', [], "`check` isn't a valid check"],
  ['toSatisfy', [exists], 'exists needs parentheses'],
  ['toSatisfy', ['a', equals(1)], 'takes `check` only'],
  ['toSatisfyPaths', [undefined], 'an object with at least one path'],
  ['toSatisfyPaths', [{}], 'an object with at least one path'],
  ['toSatisfyPaths', [['a']], 'an object with at least one path'],
  ['toSatisfyPaths', [{ a: exists }], 'the check at "a"'],
  ['toSatisfyPaths', [{ 'a.': 1 }], 'invalid `path`'],
  ['toSatisfyPath', ['a', notEquals(new Date(0))], 'a Date is never in a response'],
  ['toSatisfyPath', ['a', { b: [NaN] }], 'in "b.0": NaN is never in a response'],
  ['toSatisfyPath', ['a', Boolean], 'Boolean is a constructor'],
  ['toSatisfyPath', ['a', greaterThan('10')], 'looks like a number'],
  ['toSatisfyPath', ['a', isBefore('soon')], 'expected a Date'],
  ['toSatisfy', [noneOf(equals(new Map()) as never)], 'a Map is never in a response'],
  ['toSatisfyPaths', [{ a: exists, b: new Set(), 'c.': 1, d: 1 }], '3 checks are invalid'],
  ['toSatisfyPaths', [{ a: exists, b: new Set(), 'c.': 1, d: 1 }], 'at "b": a Set is never in a response'],
  ['toHavePath', [undefined], 'invalid `path`'],
  ['toHavePath', ['a', 1], 'takes `path` only'],
  ['toBeSuccessful', [false], 'takes no argument'],
  ['toBeReady', [true], 'takes no argument'],
  ['toHaveHttpStatus', ['200'], 'a whole number from 100 to 599'],
  ['toHaveHttpStatus', [2], 'a whole number from 100 to 599'],
  ['toHaveHttpStatus', [200, 201], 'takes `status` only'],
  ['toHavePassedCheck', [], 'the name of a check'],
  ['toHavePassedCheck', [''], 'the name of a check'],
  ['toHaveFailedCheck', [/auth/], 'the name of a check'],
  ['toMatchExpectedData', ['expected.json'], "the received value isn't an output"],
  ['toSatisfyRecordRules', [[nonEmpty()]], "the received value isn't an output"],
];

/** Of matchers for records. */
const WRONG_RECORDS: readonly Call[] = [
  ['toMatchExpectedData', [], '`file` must be the path of a baseline'],
  ['toMatchExpectedData', [{ Table: [] }], '`file` must be the path of a baseline'],
  ['toMatchExpectedData', ['a.json', { strictcomparision: false }], 'did you mean: strictComparison'],
  ['toMatchExpectedData', ['a.json', { update: true }], 'the unknown field "update"'],
  ['toMatchExpectedData', ['a.json', null], 'invalid `options`'],
  ['toMatchExpectedData', ['a.json', {}, 1], 'takes `file` and `options` only'],
  ['toSatisfyRecordRules', [], 'a list with at least one rule'],
  ['toSatisfyRecordRules', [[]], 'a list with at least one rule'],
  ['toSatisfyRecordRules', [[nonEmpty]], 'are its parentheses missing?'],
  ['toSatisfyRecordRules', [nonEmpty()], 'a list with at least one rule'],
  ['toSatisfyRecordRules', [[nonEmpty()], 1], 'takes `rules` only'],
];

const call = (received: unknown, [name, args]: Call, isNot: boolean) => {
  const matcher = (isNot ? expect(received).not : expect(received)) as unknown as Record<
    string,
    (...args: unknown[]) => void
  >;
  return () => matcher[name]?.(...args);
};

const ALL_WRONG = [
  ...WRONG.map((wrong) => [...wrong, responseOf({ a: 1 })] as const),
  ...WRONG_RECORDS.map((wrong) => [...wrong, [{ typeName: 'Table' }]] as const),
];

test.each(ALL_WRONG)('%s(%j) is misuse in both voices: %s', (...[name, args, what, received]) => {
  const wrong: Call = [name, args, what];
  for (const isNot of [false, true]) {
    const error = thrownBy(call(received, wrong, isNot));
    expect(error.code).toBe('INVALID_MATCHER_ARGUMENT');
    expect(error.message).toMatch(`expect(received).${isNot ? 'not.' : ''}${wrong[0]}(`);
    expect(error.message).toContain('Matcher error: ');
    expect(error.message).toContain(wrong[2]);
  }
});

const RIGHT: readonly Call[] = [
  ['toSatisfyPath', ['a', 1], ''],
  ['toSatisfyPaths', [{ a: 1 }], ''],
  ['toSatisfy', [{ a: 1 }], ''],
  ['toHavePath', ['a'], ''],
  ['toBeSuccessful', [], ''],
  ['toHaveHttpStatus', [200], ''],
  ['toBeReady', [], ''],
  ['toHavePassedCheck', ['a'], ''],
  ['toHaveFailedCheck', ['a'], ''],
  ['toMatchExpectedData', ['expected.json'], ''],
  ['toSatisfyRecordRules', [[nonEmpty()]], ''],
];

test.each(RIGHT)('%s asks whether `await` was forgotten, in both voices', (...right) => {
  for (const isNot of [false, true]) {
    const error = thrownBy(call(Promise.resolve(responseOf({})), right, isNot));
    expect(error.code).toBe('INVALID_MATCHER_ARGUMENT');
    expect(error.message).toContain('the promise was not awaited');
  }
});

test('every matcher is in both tables', () => {
  const names = Object.keys(matchers).sort();
  expect([...new Set(RIGHT.map(([name]) => name))].sort()).toEqual(names);
  expect([...new Set(WRONG.map(([name]) => name))].sort()).toEqual(names);
});

test('the stack starts at the expectation, not in the matcher', () => {
  const { stack = '' } = thrownBy(() => expect({}).toHavePath(5 as never));
  expect(stack).not.toMatch(/matchers\/(arguments|to-have-path)\.ts/);
  expect(stack).toContain('arguments.test.ts');
});
