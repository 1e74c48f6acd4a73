import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openInBrowser } from '../../../../src/cli/show/open-in-browser';
import { showReport } from '../../../../src/cli/show/show-report';
import { recordedTerminal } from '../../../support/recorded-terminal';

jest.mock('../../../../src/cli/show/open-in-browser');
const opening = jest.mocked(openInBrowser);

let report: string;

beforeEach(() => {
  opening.mockReset().mockResolvedValue(undefined);
  report = mkdtempSync(join(tmpdir(), 'a report '));
  writeFileSync(join(report, 'index.html'), '<p>');
});

afterEach(() => rmSync(report, { recursive: true }));

const show = async (isInteractive: boolean, open = true) => {
  const terminal = recordedTerminal(isInteractive);
  const exitCode = await showReport({ args: [report], options: { open }, terminal });
  return { exitCode, printed: terminal.printed, notices: terminal.notices };
};

const address = (): string => pathToFileURL(join(report, 'index.html')).href;

test('on a terminal the page is opened, and its address printed', async () => {
  expect(await show(true)).toEqual({ exitCode: 0, printed: [address()], notices: [] });
  expect(address()).toMatch(/^file:.*\/a%20report%20\w+\/index\.html$/);
  expect(opening.mock.calls).toEqual([[address()]]);
});

test.each([
  ['in a pipe', false, true],
  ['with --no-open', true, false],
])('%s only the address is printed', async (_where, isInteractive, open) => {
  expect(await show(isInteractive, open)).toEqual({ exitCode: 0, printed: [address()], notices: [] });
  expect(opening).not.toHaveBeenCalled();
});

test('a browser that does not open is reported, and the address is printed all the same', async () => {
  opening.mockResolvedValue('xdg-open exited with code 3');
  expect(await show(true)).toEqual({
    exitCode: 0,
    printed: [address()],
    notices: ['The browser was not opened: xdg-open exited with code 3. Open the address yourself.'],
  });
});

test('a folder without a page is an error that says what is missing', async () => {
  rmSync(join(report, 'index.html'));
  await expect(show(false)).rejects.toMatchObject({ code: 'REPORT_MISSING' });
  await expect(show(false)).rejects.toThrow('index.html does not exist');
});
