import {
  journalFolder,
  publishedJournalFolder,
  publishJournalFolder,
  withdrawJournalFolder,
  workerNumber,
} from '../../../src/env/journal-folder';

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

const publishAs = (pid: number): void => {
  process.env['CONNECTOR_JOURNAL'] = JSON.stringify({ folder: '/tmp/journals', pid });
};

test('the folder is that of this process or of the one that started it', () => {
  expect([journalFolder(), publishedJournalFolder()]).toEqual([undefined, undefined]);
  publishJournalFolder('/tmp/journals');
  expect([journalFolder(), publishedJournalFolder()]).toEqual(['/tmp/journals', '/tmp/journals']);
  publishAs(process.ppid);
  expect([journalFolder(), publishedJournalFolder()]).toEqual(['/tmp/journals', undefined]);
  publishAs(1);
  expect([journalFolder(), publishedJournalFolder()]).toEqual([
    process.ppid === 1 ? '/tmp/journals' : undefined,
    undefined,
  ]);
  withdrawJournalFolder();
  expect(process.env['CONNECTOR_JOURNAL']).toBeUndefined();
});

test('workers are numbered by Jest', () => {
  process.env['JEST_WORKER_ID'] = '7';
  expect(workerNumber()).toBe(7);
  delete process.env['JEST_WORKER_ID'];
  expect(workerNumber()).toBe(1);
});
