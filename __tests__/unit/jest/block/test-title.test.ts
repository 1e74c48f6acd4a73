import { testTitle } from '../../../../src/jest/block/test-title';

const scenario = { name: 'auth_valid', api: 'auth', assertThat: { success: true } } as const;

test.each([
  [{}, 'auth_valid'],
  [{ tags: ['smoke', '@slow'] }, 'auth_valid @smoke @slow'],
  [{ skip: true }, 'auth_valid (skipped)'],
  [{ skip: true, skipReason: 'until the fix of #7' }, 'auth_valid (skipped: until the fix of #7)'],
  [{ skip: false, skipReason: 'until the fix of #7' }, 'auth_valid'],
])('%j is titled %s', (fields, title) => {
  expect(testTitle({ ...scenario, ...fields })).toBe(title);
});
