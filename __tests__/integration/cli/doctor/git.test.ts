import { execFileSync } from 'node:child_process';
import { isIgnored, isTracked } from '../../../../src/cli/doctor/git';
import { temporaryProject } from '../../../support/temporary-project';

test('a repository tracks and ignores files', () => {
  const folder = temporaryProject({ '.gitignore': '.env\n', '.env': '', 'other.env': '' });
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  expect([isTracked(folder, '.env'), isIgnored(folder, '.env')]).toEqual([false, true]);
  expect([isTracked(folder, 'other.env'), isIgnored(folder, 'not-there')]).toEqual([false, false]);
  execFileSync('git', ['add', '--force', '.env'], { cwd: folder });
  expect([isTracked(folder, '.env'), isIgnored(folder, '.env')]).toEqual([true, true]);
});

test('elsewhere nothing is known', () => {
  const folder = temporaryProject({ '.env': '' });
  expect([isTracked(folder, '.env'), isIgnored(folder, '.env')]).toEqual([undefined, undefined]);
});
