import { version } from 'jest/package.json';
import { isJestAtLeast } from '../../../../src/jest/failure/jest-version';

const [major = 0, minor = 0] = version.split('.').map(Number);

test.each([
  [major, minor, true],
  [major - 1, minor + 9, true],
  [major, minor + 1, false],
  [major + 1, 0, false],
])('this Jest is at least %d.%d: %s', (wantedMajor, wantedMinor, expected) => {
  expect(isJestAtLeast(wantedMajor, wantedMinor)).toBe(expected);
});
