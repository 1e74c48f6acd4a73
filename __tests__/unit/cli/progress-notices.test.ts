import { progressNotices } from '../../../src/cli/progress-notices';
import { recordedTerminal } from '../../support/recorded-terminal';

test('long work is reported after two seconds, then every five', () => {
  const terminal = recordedTerminal();
  let time = 100_000;
  const report = progressNotices(terminal, () => time);
  const at = (ms: number): void => {
    time = 100_000 + ms;
    report(() => `step ${ms}`);
  };
  [0, 1_999, 2_000, 2_001, 6_999, 7_000, 7_100].forEach(at);
  expect(terminal.notices).toEqual(['jest-connector: step 2000', 'jest-connector: step 7000']);
});
