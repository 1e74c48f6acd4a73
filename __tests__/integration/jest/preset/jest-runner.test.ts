import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { jestRunner } from '../../../../src/jest/preset/jest-runner';
import { preset } from '../../../../src/jest/preset/preset';

const ROOT = join(__dirname, '../../../..');

test('Jest’s own runner is found by the jest-config that is loaded', () => {
  const script = `
    const { jestRunner } = require('./src/jest/preset/jest-runner.ts');
    const before = jestRunner();
    require('jest-config');
    const { preset } = require('./src/jest/preset/preset.ts');
    const { testRunner, globals } = preset;
    console.log(JSON.stringify([before ?? null, jestRunner(), testRunner, Object.values(globals)]));`;
  const options = { cwd: ROOT, encoding: 'utf8' } as const;
  const [before, after, testRunner, globals] = JSON.parse(
    execFileSync(process.execPath, ['--require', 'tsx/cjs', '-e', script], options),
  ) as [string | null, string, string, string[]];
  expect(before).toBeNull();
  expect(after).toBe(require.resolve('jest-circus/runner'));
  expect(testRunner).toBe(join(ROOT, 'src/jest/files/test-runner.ts'));
  expect(globals).toContain(after);
}, 20_000);

test('where it is not found, the preset leaves Jest its own', () => {
  expect(jestRunner()).toBeUndefined();
  expect(preset.testRunner).toBe('jest-circus/runner');
});
