import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerLog } from '../../../src/jest/server-log';

const folder = mkdtempSync(join(tmpdir(), 'server-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the lines since a scenario began, without times and colours', async () => {
  const path = join(folder, 'app.log');
  writeFileSync(path, 'at boot\n');
  const log = new ServerLog(path);
  appendFileSync(path, 'of the scenario before\n');
  log.begin();
  appendFileSync(path, '2026-01-01T00:00:00.000Z \u001b[31mERROR\u001b[0m no table\n');
  setTimeout(() => appendFileSync(path, '2026-01-01T00:00:00.000Z a moment later\n'), 10);

  expect(await log.lines()).toEqual(['ERROR no table', 'a moment later']);
  log.close();
});
