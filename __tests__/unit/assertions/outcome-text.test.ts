import { allOf, equals, exists, isNumber, isTrue, matches } from '../../../src/assertions';
import { evaluateCheck } from '../../../src/assertions/evaluate';
import { outcomeText, type Paint } from '../../../src/assertions/outcome-text';

const body = {
  success: false,
  message: 'no',
  data: { status: 'failed', checks: [{ ok: true }, { ok: false }], none: [] },
};

const textOf = (path: string, check: unknown, paint?: Paint): string =>
  outcomeText(evaluateCheck({ body, roots: {} }, path, check), paint);

test('a wrong value', () => {
  expect(textOf('data.status', equals('success'))).toBe(`data.status
    expected: equal to "success"
    received: "failed"`);
});

test('a missing path, with the nearest', () => {
  expect(textOf('data.staus', exists())).toBe(`data.staus
    expected: a value that exists and is not null
    received: nothing: the path stops at "data", an object with the keys "status", "checks",
              "none"
    did you mean: data.status`);
});

test('the first key is wrong', () => {
  expect(textOf('sucess', isTrue())).toBe(`sucess
    expected: true
    received: nothing: the path stops at the top, an object with the keys "success",
              "message", "data"
    did you mean: success`);
});

test('an empty array', () => {
  expect(textOf('data.none.0.ok', isTrue())).toContain(
    'received: nothing: the path stops at "data.none", an empty array',
  );
});

test('one item of many', () => {
  expect(textOf('data.checks.*.ok', isTrue())).toBe(`data.checks.*.ok
    failed at: data.checks.1.ok
    expected: true
    received: false`);
});

test('a note, and a reason of several lines', () => {
  expect(textOf('data.status', allOf(isNumber(), matches(/^s/), { description: 'a status we know' }))).toBe(`data.status
    note: a status we know
    expected: a number and a string that matches /^s/
    received: "failed"
    because: not a number: it is a string
             not a string that matches /^s/`);
});

test('the whole response', () => {
  expect(textOf('', equals({ success: true, data: body.data }))).toMatch(
    /^the whole response\n.*\n.*\n {4}because: at "success": expected true, received false\n {13}at "message": not expected, received "no"$/,
  );
});

test('colours are the caller’s', () => {
  const paint: Paint = {
    expected: (text) => `<e>${text}</e>`,
    received: (text) => `<r>${text}</r>`,
    dim: (text) => `<d>${text}</d>`,
  };
  expect(textOf('success', true, paint)).toBe(
    'success\n    expected: <e>equal to true</e>\n    received: <r>false</r>',
  );
  expect(textOf('gone', true, paint)).toContain('received: <r>nothing</r>: the path stops at the top');
});
