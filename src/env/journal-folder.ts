const VARIABLE = 'CONNECTOR_JOURNAL';

/** Where the workers of a run write their journals, and which process reads them. */
interface JournalAddress {
  readonly folder: string;
  readonly pid: number;
}

/** Makes test files write journals to `folder`. Workers inherit the environment; the tests of this process read it too. */
export function publishJournalFolder(folder: string): void {
  process.env[VARIABLE] = JSON.stringify({ folder, pid: process.pid } satisfies JournalAddress);
}

/** Makes test files write no journals, not even to a folder that another Jest published, whose test has started this one. */
export function withdrawJournalFolder(): void {
  delete process.env[VARIABLE];
}

/** The folder that this process has published. */
export function publishedJournalFolder(): string | undefined {
  return folderOf([process.pid]);
}

/** The folder that a test file of this process writes to; `undefined` if the run writes no report. */
export function journalFolder(): string | undefined {
  return folderOf([process.pid, process.ppid]);
}

/** A process that a test has started, perhaps another Jest, inherits the environment too. */
function folderOf(publishers: readonly number[]): string | undefined {
  const text = process.env[VARIABLE];
  if (!text) return undefined;
  const { folder, pid } = JSON.parse(text) as JournalAddress;
  return publishers.includes(pid) ? folder : undefined;
}

/** The number of this worker, from 1; Jest numbers its workers. */
export function workerNumber(): number {
  return Number(process.env['JEST_WORKER_ID'] ?? 1);
}
