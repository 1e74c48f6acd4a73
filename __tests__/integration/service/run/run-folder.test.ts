import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  closeRunFolder,
  otherRunAt,
  publishUrls,
  runFolder,
  withdrawUrls,
} from '../../../../src/service/run/run-folder';

jest.setTimeout(30_000);

const mockTemporary = mkdtempSync(join(jest.requireActual<typeof import('node:os')>('node:os').tmpdir(), 'runs-'));
jest.mock('node:os', () => ({ ...jest.requireActual('node:os'), tmpdir: () => mockTemporary }));

afterEach(() => {
  closeRunFolder();
  jest.restoreAllMocks();
});
afterAll(() => rmSync(mockTemporary, { recursive: true }));

test('the folders of the last three runs are kept', () => {
  const folders = [1, 2, 3, 4, 5].map((run) => {
    const folder = runFolder();
    writeFileSync(join(folder, 'app.log'), String(run));
    publishUrls([]);
    closeRunFolder();
    return folder;
  });
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, false, true, true, true]);
  expect(readFileSync(join(folders[4] ?? '', 'app.log'), 'utf8')).toBe('5');
});

test('runs elsewhere do not remove them, unless there are many', () => {
  const made = (cwd: string): string => {
    const folder = runFolder();
    jest.spyOn(process, 'cwd').mockReturnValue(cwd);
    publishUrls([]);
    closeRunFolder();
    return folder;
  };
  const [own, first, ...others] = ['/own', ...Array.from({ length: 19 }, (_run, index) => `/other/${index}`)].map(made);
  expect(existsSync(own ?? '')).toBe(true);
  made('/other/19');
  expect(existsSync(own ?? '')).toBe(false);
  expect([first, ...others].every((folder) => existsSync(folder ?? ''))).toBe(true);
});

test('the folder of a run that has not ended is kept, also if it started nothing', () => {
  const folder = runFolder();
  const facts = join(folder, 'run.json');
  expect(JSON.parse(readFileSync(facts, 'utf8'))).toMatchObject({ pid: process.pid, urls: [] });
  // The other runs are of this process, too, so the folder must be that of another process that is alive.
  writeFileSync(facts, JSON.stringify({ pid: process.ppid, cwd: '/', urls: [] }));
  for (const _run of [1, 2, 3, 4]) {
    jest.isolateModules(() => {
      const other =
        require('../../../../src/service/run/run-folder') as typeof import('../../../../src/service/run/run-folder');
      other.runFolder();
      other.closeRunFolder();
    });
  }
  expect(existsSync(folder)).toBe(true);
});

test('no folder is made, and none goes, where nothing was started', () => {
  const before = readdirSync(mockTemporary, { recursive: true });
  closeRunFolder();
  expect(readdirSync(mockTemporary, { recursive: true })).toEqual(before);
});

test('what another run that is alive has started is told from a stranger’s, and from our own', async () => {
  const other = join(dirname(runFolder()), 'jest-connector-run-9999-other');
  const process = spawn('sleep', ['60']);
  mkdirSync(other);
  const facts = { pid: process.pid, cwd: '/home/me/app', urls: ['http://127.0.0.1:8123'] };
  writeFileSync(join(other, 'run.json'), JSON.stringify(facts));
  publishUrls(['http://127.0.0.1:8124']);

  expect(otherRunAt('http://localhost:8123')).toBe(`pid ${process.pid} in /home/me/app`);
  expect(otherRunAt('http://127.0.0.1:8124')).toBeUndefined();
  expect(otherRunAt('http://127.0.0.1:8125')).toBeUndefined();

  // Of two that start the same at once, the one that began first has it.
  expect(otherRunAt('http://localhost:8123', 'older')).toBeUndefined();
  const older = join(dirname(runFolder()), 'jest-connector-run-0000-other');
  mkdirSync(older);
  writeFileSync(join(older, 'run.json'), JSON.stringify({ ...facts, urls: ['http://127.0.0.1:8126'] }));
  expect(otherRunAt('http://localhost:8126', 'older')).toBe(`pid ${process.pid} in /home/me/app`);

  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill();
  await gone;
  expect(otherRunAt('http://127.0.0.1:8123')).toBeUndefined();
});

test('what is withdrawn is not written down any more', () => {
  publishUrls(['http://127.0.0.1:8124', 'http://127.0.0.1:8125']);
  withdrawUrls(['http://127.0.0.1:8124']);
  expect(JSON.parse(readFileSync(join(runFolder(), 'run.json'), 'utf8'))).toMatchObject({
    pid: process.pid,
    urls: ['http://127.0.0.1:8125'],
  });
});
