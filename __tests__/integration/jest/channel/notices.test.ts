import { noticeOnce } from '../../../../src/jest/channel/notices';
import { openChannel } from '../../../../src/jest/channel/open-channel';
import { until } from '../../../support/scripted-app';

let written: string[];
beforeEach(() => {
  written = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0);
});
afterEach(() => jest.restoreAllMocks());

test('the main process prints a line once, however often workers report it', async () => {
  const channel = await openChannel(() => []);
  for (const line of ['one', 'one', 'two', 'one', 'last']) noticeOnce(line, channel.address);
  await until(() => written.join('').includes('last'));
  await channel.close();
  expect(written.map((text) => text.replace(/^.*jest-connector: /, '').trim())).toEqual(['one', 'two', 'last']);
});

test('without a main process of ours it is printed at once', () => {
  for (const line of ['one', 'one', 'two']) noticeOnce(line, undefined);
  expect(written).toHaveLength(2);
});
