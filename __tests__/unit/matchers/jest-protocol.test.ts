import '../../../matchers/jest-ambient';

import * as matchers from '../../../matchers';
import { allOf, equals, exists, greaterThan } from '../../../src/assertions';
import { nonEmpty } from '../../../src/output/lazy-output';
import { failureOf, responseOf, thrownBy } from '../../support/matcher-failure';
import { modern } from '../../support/preflight-responses';

expect.extend(matchers);

const good = responseOf(modern('ready', { authCheck: true }));
const bad = responseOf(modern('not_ready', { authCheck: false }));

test('all work as asymmetric matchers', () => {
  expect([good, good, good, good, good, good, good, good, bad]).toEqual([
    expect.toSatisfyPath('success', true),
    expect.toSatisfyPaths({ success: true, 'data.authCheck': exists() }),
    expect.toHavePath('preflight.checks'),
    expect.toSatisfy(expect.objectContaining({ success: true })),
    expect.toBeSuccessful(),
    expect.toHaveHttpStatus(200),
    expect.toBeReady(),
    expect.toHavePassedCheck('authCheck'),
    expect.toHaveFailedCheck('authCheck'),
  ]);
  const rules = [nonEmpty('Table')];
  expect([[{ typeName: 'Table' }], [{ typeName: 'View' }]]).toEqual([
    expect.toSatisfyRecordRules(rules),
    expect.not.toSatisfyRecordRules(rules),
  ]);
  const baseline = `${__dirname}/../../support/baseline.json`;
  expect([[{ typeName: 'Table', name: 'a' }], [{ typeName: 'View', name: 'a' }]]).toEqual([
    expect.toMatchExpectedData(baseline),
    expect.not.toMatchExpectedData(baseline),
  ]);
  expect([bad, bad, bad, bad, responseOf({}, 500), bad, bad, bad, good]).toEqual([
    expect.not.toSatisfyPath('preflight.status', 'ready'),
    expect.not.toSatisfyPaths({ success: true, 'preflight.status': 'ready' }),
    expect.not.toHavePath('preflight.other'),
    expect.not.toSatisfy(1),
    expect.not.toBeSuccessful(),
    expect.not.toHaveHttpStatus(500),
    expect.not.toBeReady(),
    expect.not.toHavePassedCheck('authCheck'),
    expect.not.toHaveFailedCheck('authCheck'),
  ]);
});

test('an asymmetric matcher that does not hold fails, negated or not', () => {
  expect({ a: 1 }).not.toEqual(expect.toSatisfyPath('a', 2));
  expect({ a: 1 }).not.toEqual(expect.toSatisfyPath('b', 1));
  expect({ a: 1 }).not.toEqual(expect.not.toSatisfyPath('a', 1));
  expect({ a: 1 }).not.toEqual(expect.not.toSatisfyPath('b', 1));
});

test('an asymmetric matcher shows its check in words', () => {
  const message = failureOf(() => expect({ a: { n: 1 } }).toEqual({ a: expect.toSatisfyPath('n', greaterThan(4)) }));
  expect(message).toContain('toSatisfyPath<n, a number greater than 4>');
});

test('a wrong argument of an asymmetric matcher throws', () => {
  const { code } = thrownBy(() => expect({ a: 1 }).not.toEqual(expect.toSatisfyPath('a', exists as never)));
  expect(code).toBe('INVALID_MATCHER_ARGUMENT');
});

test('an asymmetric matcher can be a check', () => {
  expect({ responses: [good, bad] }).toSatisfyPath('responses.0', expect.toBeReady());
});

test('resolves and rejects', async () => {
  await expect(Promise.resolve(good)).resolves.toBeReady();
  await expect(Promise.resolve(bad)).resolves.not.toBeReady();
  await expect(Promise.reject(good)).rejects.toBeSuccessful();
  await expect(expect(Promise.resolve(bad)).resolves.toBeReady()).rejects.toThrow('status "not_ready"');
  const failure = expect(expect(Promise.resolve(bad)).resolves.not.toSatisfyPath('success', true)).rejects;
  await failure.toThrow(/resolves.*not.*toSatisfyPath/s);
});

test('results come at once, so that a forgotten await cannot hide a failure', () => {
  expect(() => expect(bad).toBeReady()).toThrow();
});

test('equality testers of the user act, inside predicates too', () => {
  const money = (amount: string) => ({ amount });
  const isMoney = (value: unknown): value is { amount: string } =>
    typeof value === 'object' && value !== null && 'amount' in value;
  const ignoringZeros = (one: unknown, other: unknown) =>
    isMoney(one) && isMoney(other) ? Number(one.amount) === Number(other.amount) : undefined;
  const received = { price: money('1.50'), zero: -0 };
  expect(() => expect(received).toSatisfyPath('price', equals(money('1.5')))).toThrow();

  // Jest has it; the types of '@types/jest' do not.
  (expect as unknown as typeof import('expect').expect).addEqualityTesters([ignoringZeros]);
  expect(received).toSatisfyPath('price', equals(money('1.5')));
  expect(received).toSatisfyPaths({ price: allOf(exists(), equals(money('1.500'))) });
  expect(() => expect(received).not.toSatisfyPath('price', equals(money('1.5')))).toThrow();
  expect(equals(money('1.5'))(received.price)).toBe(false);
  expect(received).toSatisfyPath('', { price: money('1.5'), zero: 0 });
});
