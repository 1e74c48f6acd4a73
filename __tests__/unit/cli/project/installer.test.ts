import { join } from 'node:path';
import { packageManagerOf } from '../../../../src/cli/project/installer';
import { temporaryProject } from '../../../support/temporary-project';

test.each([
  ['package-lock.json', 'npm'],
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
])('%s means %s, also above the folder', (file, name) => {
  const folder = temporaryProject({ [file]: '', 'packages/one/package.json': '{}' });
  expect(packageManagerOf(join(folder, 'packages/one'))).toBe(name);
});

test('the field packageManager wins over a lock file', () => {
  const manifest = JSON.stringify({ packageManager: 'pnpm@10.1.0' });
  expect(packageManagerOf(temporaryProject({ 'package.json': manifest, 'yarn.lock': '' }))).toBe('pnpm');
});

test('without a sign it is npm, and nothing above the repository counts', () => {
  const folder = temporaryProject({ 'yarn.lock': '', 'repository/.git/HEAD': '' });
  expect(packageManagerOf(join(folder, 'repository'))).toBe('npm');
});
