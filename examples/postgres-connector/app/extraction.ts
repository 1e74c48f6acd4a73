import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import * as assets from './assets';
import { countRows, listColumns, listDatabases, listSchemas, listTables } from './catalogue';
import type { Credentials } from './credentials';
import type { JsonObject } from './json-body';
import { OutputFolder } from './output-folder';
import { readDatabases } from './read-databases';
import type { Source } from './source';

/** The input of a workflow run. */
export interface ExtractionInput {
  readonly credentials: Credentials;
  readonly metadata: JsonObject;
  readonly connection: JsonObject;
}

/** The number of written assets by type, and where they are. */
export type ExtractionResult = Readonly<Record<'databases' | 'schemas' | 'tables' | 'columns', number>> & {
  readonly output_path: string;
};

/** Reads databases, schemas, tables and columns from the catalogue and writes them to `folder` as JSON lines. */
export async function extract(
  source: Source,
  input: ExtractionInput,
  { folder, signal }: { readonly folder: string; readonly signal: AbortSignal },
): Promise<ExtractionResult> {
  const output = new OutputFolder(folder);
  const existing = await source.use(input.credentials, listDatabases);
  const databases = readDatabases(input.metadata) ?? existing;
  const missing = databases.filter((database) => !existing.includes(database));
  if (missing.length > 0) throw new Error(`Databases not found: ${missing.join(', ')}`);

  const wait = readDelay(input.metadata) / Math.max(databases.length, 1);
  for (const database of databases) {
    await pause(wait, undefined, { signal });
    const names = new assets.QualifiedNames(input.connection, database);
    await source.use(input.credentials, (client) => extractDatabase(client, names, output), { database });
  }
  const [databaseCount = 0, schemas = 0, tables = 0, columns = 0] = ['database', 'schema', 'table', 'column'].map(
    (type) => output.count(type),
  );
  return { databases: databaseCount, schemas, tables, columns, output_path: folder };
}

async function extractDatabase(client: Client, names: assets.QualifiedNames, output: OutputFolder): Promise<void> {
  const schemas = await listSchemas(client);
  const tables = await listTables(client);
  const columns = await listColumns(client);

  output.write('database', [assets.databaseAsset(names, schemas.length)]);
  output.write(
    'schema',
    schemas.map((schema) => assets.schemaAsset(names, schema)),
  );
  const tableAssets: assets.Asset[] = [];
  for (const table of tables) tableAssets.push(assets.tableAsset(names, table, await countRows(client, table)));
  output.write('table', tableAssets);
  output.write(
    'column',
    columns.map((column) => assets.columnAsset(names, column)),
  );
}

/** `metadata.extraction_delay_ms`, because a small catalogue is read too fast to watch or stop the run. */
function readDelay({ extraction_delay_ms: delay = 800 }: JsonObject): number {
  if (typeof delay === 'number' && delay >= 0) return delay;
  throw new Error('metadata.extraction_delay_ms must be a number of milliseconds');
}
