import { log } from './log';
import { runWithPostgres } from './run-with-postgres';

// Starts only PostgreSQL, for suites with a different connector app.
runWithPostgres(async ({ host, port }) => log('INFO', `PostgreSQL listens on ${host}:${port}`));
