import { spawnSync } from 'node:child_process';
import { testFramework } from '../../../src/jest/test-framework';
import { CompiledSources } from '../../support/compiled-sources';

jest.setTimeout(30_000);

const sources = new CompiledSources();
afterAll(() => sources.remove());

test('gives Jest’s functions', () => {
  expect(testFramework().expect.getState().currentTestName).toBe('gives Jest’s functions');
  expect(typeof testFramework().describe).toBe('function');
});

test('a program outside of Jest is told so, and what to do', () => {
  const call = `require(${JSON.stringify(sources.file('src/jest/test-framework'))}).testFramework()`;
  const { stderr, status } = spawnSync(process.execPath, ['-e', call], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('[NOT_IN_JEST]: describeConnector() was called outside of Jest.');
  expect(stderr).toContain('run the file with `npx jest`');
});
