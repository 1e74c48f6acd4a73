import { openInBrowser } from '../../../../src/cli/show/open-in-browser';

const ADDRESS = 'file:///tmp/a%20report/index.html';

test('the address is the last argument of the program', async () => {
  const checks = `if (process.argv.at(-1) !== '${ADDRESS}') throw 1`;
  expect(await openInBrowser(ADDRESS, [process.execPath, '-e', checks])).toBeUndefined();
  expect(await openInBrowser('other', [process.execPath, '-e', checks])).toMatch(/node exited with code 1$/);
});

test('a missing program is a reason', async () => {
  expect(await openInBrowser(ADDRESS, ['no-such-program'])).toBe('spawn no-such-program ENOENT');
});

test('a program that keeps running is not waited for', async () => {
  // It ends by itself, and sooner than a test may take.
  expect(await openInBrowser(ADDRESS, [process.execPath, '-e', 'setTimeout(() => {}, 4_000)'])).toBeUndefined();
});
