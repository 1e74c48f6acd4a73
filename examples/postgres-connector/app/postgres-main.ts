import { log } from './log';
import { runWithPostgres } from './run-with-postgres';

// PostgreSQL alone, for a suite that brings a connector app of another kind.
runWithPostgres(async ({ host, port }) => log('INFO', `PostgreSQL listens on ${host}:${port}`));
