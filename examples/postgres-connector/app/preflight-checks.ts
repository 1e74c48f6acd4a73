import { listDatabases, listTables, mayCreate } from './catalogue';
import type { PreflightInput } from './contracts';
import { readDatabases } from './read-databases';
import type { Source } from './source';

/** One check of a preflight. */
export interface PreflightCheck {
  readonly name: string;
  readonly passed: boolean;
  readonly message: string;
}

/** Runs all checks. A check that can't be made is omitted, so that it doesn't seem to have passed. */
export async function runChecks(source: Source, input: PreflightInput): Promise<PreflightCheck[]> {
  const { credentials, metadata, timeoutSeconds } = input;
  const existing = await source.use(credentials, listDatabases, { timeoutSeconds });
  const wanted = readDatabases(metadata) ?? existing;
  const missing = wanted.filter((database) => !existing.includes(database));
  const found = wanted.filter((database) => existing.includes(database));
  const checks = [check('authCheck', 'auth ok'), check('databasesCheck', 'all there', 'missing:', missing)];
  return found.length === 0 ? checks : [...checks, ...(await checkDatabases(source, input, found))];
}

async function checkDatabases(source: Source, input: PreflightInput, databases: string[]): Promise<PreflightCheck[]> {
  const { credentials, timeoutSeconds } = input;
  let tableCount = 0;
  const unreadable: string[] = [];
  const closed: string[] = [];
  for (const database of databases) {
    await source.use(
      credentials,
      async (client) => {
        const tables = await listTables(client);
        const hidden = tables.filter(({ readable }) => !readable);
        tableCount += tables.length;
        unreadable.push(...hidden.map(({ schema, table }) => `${database}.${schema}.${table}`));
        if (!(await mayCreate(client))) closed.push(database);
      },
      { database, timeoutSeconds },
    );
  }
  return [
    check('tablesCheck', `Table count: ${tableCount}`, 'no SELECT on', unreadable),
    check('createPermission', 'CREATE granted', 'no CREATE permission on', closed),
  ];
}

function check(name: string, good: string, bad = '', culprits: readonly string[] = []): PreflightCheck {
  const passed = culprits.length === 0;
  return { name, passed, message: passed ? good : `${bad} ${culprits.join(', ')}` };
}
