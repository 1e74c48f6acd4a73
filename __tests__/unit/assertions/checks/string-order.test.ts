import { stringLimitProblem, stringOrderProblem } from '../../../../src/assertions/checks/string-order';

test.each(['9', ' 10 ', '-1,5', '1,000', '1_000', '1 000 000', '1e3', '0x1F', '+3,25'])(
  '%j looks like a number',
  (text) => {
    expect(stringLimitProblem(text)).toMatch(/looks like a number, but strings are compared by their characters/);
    expect(stringOrderProblem('a', text)).toBe(stringLimitProblem(text));
    expect(stringOrderProblem(text, 'a')).toBe(stringLimitProblem(text));
  },
);

test.each([
  '2026-03-01T12:00:00Z',
  ' 2026/3/1',
  '+002026-03-01T00:00',
  '20260301T12',
  '20260301 12',
  '1.3.2026',
  'Sun, 01 Mar 2026',
  'sunday 1-March-2026',
  'Sept. 3',
])('%j looks like a date or time', (text) => {
  expect(stringLimitProblem(text)).toMatch(/looks like a date or time, .* use isBefore\(…\) or isAfter\(…\)$/);
  expect(stringOrderProblem(text, '2026-03-01')).toBe(stringLimitProblem(text));
});

test.each([
  'abc',
  ' ',
  '1.2.3',
  'v1,000',
  '1,000 rows',
  'on 2026-03-01T12:00',
  'x20260301T12',
  'on 1.3.2026',
  '2026-03-011',
  '1.3.20267',
  'decoder-10',
  'market 1',
  'Sun shine',
])('%j is compared by its characters', (text) => {
  expect(stringLimitProblem(text)).toBeUndefined();
  expect(stringOrderProblem(text, 'b')).toBeUndefined();
});

test('days are in order by their characters; an empty limit compares nothing', () => {
  expect(stringOrderProblem('2026-03-01', '2026-04-01')).toBeUndefined();
  expect(stringLimitProblem('2026-03-01')).toBeUndefined();
  expect(stringOrderProblem('2026-03-01', 'b')).toMatch(/^"2026-03-01" looks like a date/);
  expect(stringLimitProblem('')).toMatch(/use isEmpty\(\) or isNotEmpty\(\)$/);
});

test('a long text is shown in part', () => {
  expect(stringLimitProblem('1'.repeat(200))).toMatch(/^"1{40}"… \(160 more characters\) looks like a number/);
});
