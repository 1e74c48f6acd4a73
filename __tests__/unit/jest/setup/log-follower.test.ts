import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LogFollower } from '../../../../src/jest/setup/log-follower';
import { learnSecretsOf } from '../../../../src/redaction/process-redactor';
import { until } from '../../../support/scripted-app';

const folder = mkdtempSync(join(tmpdir(), 'log-follower-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('lines are shown while they are written, behind the name of their service, without secrets and times', async () => {
  let shown = '';
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((shown += String(text))));
  learnSecretsOf({ password: 'pLanted-5!' });
  const [app, db] = ['app.log', 'db.log'].map((name) => join(folder, name)) as [string, string];
  writeFileSync(app, '2026-01-01T00:00:00.000Z booting\n');
  writeFileSync(db, '');
  const follower = new LogFollower();
  follower.follow('app', app);
  follower.follow('db', db);
  await until(() => shown.includes('booting'));
  appendFileSync(db, '2026-01-01T00:00:00.000Z user pLanted-5!\n');
  follower.close();
  write.mockRestore();

  expect(shown).toBe('[app] booting\n[db] user [redacted]\n');
});
