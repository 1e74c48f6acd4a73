import { equals, everyItem, isMissing, isNone, isString, optional } from '../../../src/assertions';
import { evaluate } from '../../../src/assertions/evaluate';
import { PreparedChecks } from '../../../src/assertions/prepared-checks';

const throws = (): never => {
  throw new Error('no');
};
const unreadable = {
  get status() {
    return throws();
  },
};
const LIST = [{ name: 'a' }, { name: 'b' }];

/** Checks, bodies that pass all of them, and bodies that don't. */
const CASES: readonly (readonly [
  checks: Record<string, unknown>,
  right: readonly unknown[],
  wrong: readonly unknown[],
])[] = [
  [{}, [{}, 'x', null], []],
  [{ status: 'ok' }, [{ status: 'ok' }], [{ status: 'no' }, {}, 'ok', null, unreadable]],
  [{ status: 'ok', code: equals(1) }, [{ status: 'ok', code: 1 }], [{ status: 'ok', code: 2 }, { code: 1 }]],
  [{ error: isMissing() }, [{}, { other: 1 }, []], [{ error: 1 }, '<html>', null, 12]],
  [{ error: isNone() }, [{}, { error: null }], [{ error: '' }, '<html>']],
  [{ 'data.note': optional(isString()) }, [{ data: {} }, { data: { note: 'n' } }, {}], [{ data: { note: 1 } }, 'x']],
  [{ 'items.*.name': isString() }, [{ items: LIST }], [{ items: [...LIST, { name: 1 }] }, { items: [] }, {}]],
  [{ names: everyItem(isString()) }, [{ names: ['a', 'b'] }], [{ names: ['a', 1] }, { names: {} }, {}]],
  [{ status: (value: unknown) => value === 'ok' }, [{ status: 'ok' }], [{ status: 'no' }]],
  [{ status: throws }, [], [{ status: 'ok' }, {}]],
  [{ 'status..code': 'ok' }, [], [{ status: { '': { code: 'ok' } } }]],
  [{ '$http.status': 200 }, [{}, 'x', null], []],
];

test.each(CASES)('%p: all pass exactly if all outcomes do', (checks, right, wrong) => {
  const prepared = new PreparedChecks(checks);
  for (const body of [...right, ...wrong]) {
    const subject = { body, roots: { $http: { status: 200, headers: {} } } };
    const all = evaluate(subject, checks).every(({ passed }) => passed);
    expect([body, prepared.allPass(subject), all]).toEqual([body, right.includes(body), right.includes(body)]);
  }
});

test('with strictPaths, a path that looks like a typo fails', () => {
  const subject = { body: { error: null }, roots: {} };
  const passes = (checks: Record<string, unknown>, strictPaths?: boolean) =>
    new PreparedChecks(checks, { strictPaths }).allPass(subject);
  expect(passes({ eror: isMissing() })).toBe(true);
  expect(passes({ eror: isMissing() }, false)).toBe(true);
  expect(passes({ eror: isMissing() }, true)).toBe(false);
  expect(passes({ error: isNone() }, true)).toBe(true);
  expect(passes({ error: 'x' }, true)).toBe(false);
  expect(passes({ error: isNone(), eror: isMissing() }, true)).toBe(true);
});

test('each check is called once per value, up to the first that fails', () => {
  const called: unknown[] = [];
  const noting = (value: unknown) => called.push(value) > 0;
  const body = { items: LIST, last: 1, status: 'no' };
  const checks = { 'items.*.name': noting, status: 'ok', last: noting };
  expect(new PreparedChecks(checks).allPass({ body, roots: {} })).toBe(false);
  expect(called).toEqual(['a', 'b']);
});
