import { makeApp } from './app';
import { log } from './log';
import { runWithPostgres } from './run-with-postgres';
import { buildServer } from './server';
import { settings } from './settings';
import { removeAtExit } from './work-folder';

if (settings.outputFolder) removeAtExit(settings.outputFolder);

// PostgreSQL, then the app.
runWithPostgres(async (postgres, workFolder) => {
  const server = buildServer(makeApp(postgres, workFolder));
  const url = await server.listen({ host: settings.host, port: settings.port });
  log('INFO', `PostgreSQL listens on ${postgres.host}:${postgres.port}, the connector app on ${url}`);
});
