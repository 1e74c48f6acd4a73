import { compareInstants, type Instant, instantText, readInstant } from '../../../../src/assertions/values/instant';

const read = (value: unknown) => readInstant(value) as Instant;

test.each([
  ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00Z'],
  ['2026-03-01T12:00:00+02:00', '2026-03-01T10:00:00Z'],
  ['2026-03-01T12:00:00+02', '2026-03-01T10:00:00Z'],
  ['2026-03-01T12:00:00+0530', '2026-03-01T06:30:00Z'],
  ['2026-03-01T12:00:00+05:30', '2026-03-01T06:30:00Z'],
  ['2026-03-01T12:00:00-03:30', '2026-03-01T15:30:00Z'],
  ['2026-03-01T12:00-03:30', '2026-03-01T15:30:00Z'],
  ['2026-03-01T12:00Z', '2026-03-01T12:00:00Z'],
  ['2026-03-01T12:00:07,25Z', '2026-03-01T12:00:07.25Z'],
  ['2026-03-01T12:00:07.123456789+01:00', '2026-03-01T11:00:07.123456789Z'],
  ['2026-03-01', '2026-03-01T00:00:00Z'],
])('%s is %s', (text, inUtc) => {
  expect(instantText(read(text))).toBe(inUtc);
});

test('a Date has three digits, before 1970 too', () => {
  expect(instantText(read(new Date('2026-03-01T12:00:00.007Z')))).toBe('2026-03-01T12:00:00.007Z');
  expect(read(new Date(-1))).toEqual({ seconds: -1, fraction: '999' });
});

test.each<[value: unknown, problem: RegExp]>([
  [new Date(Number.NaN), /^the Date is invalid$/],
  [1_760_000_000, /^expected a Date or an ISO 8601 timestamp$/],
  ['2026-03-01T12:00:00', /^it has no offset, so its instant is unknown/],
  ['2026-02-30T12:00:00Z', /./],
])('%p is no instant', (value, problem) => {
  expect(readInstant(value)).toEqual(expect.stringMatching(problem));
});

test.each([
  ['2026-03-01T12:00:00Z', '2026-03-01T12:00:00.000Z', 0],
  ['2026-03-01T12:00:00.5Z', '2026-03-01T12:00:00.50+00:00', 0],
  ['2026-03-01T12:00:00.5Z', '2026-03-01T12:00:00.49Z', 1],
  ['2026-03-01T12:00:00.49Z', '2026-03-01T12:00:00.5Z', -1],
  ['2026-03-01T12:00:00.000000001Z', '2026-03-01T12:00:00Z', 1],
  ['2026-03-01T12:00:01Z', '2026-03-01T12:00:00.9Z', 1],
  ['2026-03-01T12:00:00+05:30', '2026-03-01T06:29:59Z', 1],
])('%s compared with %s', (one, other, expected) => {
  expect(Math.sign(compareInstants(read(one), read(other)))).toBe(expected);
});
