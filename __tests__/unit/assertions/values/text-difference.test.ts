import { explainTextDifference } from '../../../../src/assertions/values/text-difference';

const LONG = 'x'.repeat(60);

test.each([
  ['a ', 'a', 'they only differ in leading or trailing white space'],
  ['a', '\ta\n', 'they only differ in leading or trailing white space'],
  ['Ready', 'READY', 'they only differ in upper and lower case'],
  ['é', 'e\u0301', 'they look alike, but consist of different Unicode characters'],
  ['ready', 'done', undefined],
  ['', LONG, undefined],
])('%j and %j', (received, expected, explanation) => {
  expect(explainTextDifference(received, expected)).toBe(explanation);
  expect(explainTextDifference(expected, received)).toBe(explanation);
});

test('of long texts, the part around the first difference is shown', () => {
  const received = `${'0123456789'.repeat(3)}a${'r'.repeat(60)}`;
  const expected = `${'0123456789'.repeat(3)}b${'e'.repeat(60)}`;
  expect(explainTextDifference(received, expected)).toBe(
    `they first differ at character 31: expected "01234567890123456789b${'e'.repeat(39)}", ` +
      `received "01234567890123456789a${'r'.repeat(39)}"`,
  );
  expect(explainTextDifference(LONG, `${LONG}y`)).toMatch(/^they first differ at character 61: /);
  expect(explainTextDifference(`${LONG}y`, LONG)).toMatch(/^they first differ at character 61: /);
});

test('of very long texts, the place alone is told', () => {
  const half = 'x'.repeat(500_000);
  expect(explainTextDifference(half, `${half}y`)).toBe('they first differ at character 500001');
  expect(explainTextDifference(`y${half.slice(2)}`, half)).toMatch(/character 1: expected/);
});
