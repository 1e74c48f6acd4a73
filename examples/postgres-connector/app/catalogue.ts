import type { Client } from 'pg';

/** A table or a view. */
export interface TableRow {
  readonly schema: string;
  readonly table: string;
  readonly kind: 'Table' | 'View';
  readonly readable: boolean;
}

/** A column. */
export interface ColumnRow {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly position: number;
  readonly type: string;
  readonly nullable: boolean;
}

const OWN_SCHEMAS = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'public')`;

/** Databases that the role may connect to. */
export async function listDatabases(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database
      WHERE NOT datistemplate AND datname <> 'postgres' AND has_database_privilege(datname, 'CONNECT') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Schemas of the database of this connection. */
export async function listSchemas(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT n.nspname AS name FROM pg_namespace n WHERE ${OWN_SCHEMAS} ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** Tables and views, and whether the role may read them. */
export async function listTables(client: Client): Promise<TableRow[]> {
  const { rows } = await client.query<TableRow>(
    `SELECT n.nspname AS schema, c.relname AS table,
            CASE WHEN c.relkind IN ('v', 'm') THEN 'View' ELSE 'Table' END AS kind,
            has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') AS readable
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'v', 'm') AND ${OWN_SCHEMAS} ORDER BY 1, 2`,
  );
  return rows;
}

/** Columns of all tables and views. */
export async function listColumns(client: Client): Promise<ColumnRow[]> {
  const { rows } = await client.query<ColumnRow>(
    `SELECT n.nspname AS schema, c.relname AS table, a.attname AS column, a.attnum::int AS position,
            format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm') AND ${OWN_SCHEMAS} ORDER BY 1, 2, 4`,
  );
  return rows;
}

/** Whether the role may create schemas in the database of this connection. */
export async function mayCreate(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `SELECT has_database_privilege(current_database(), 'CREATE') AS may`,
  );
  return rows[0]?.may === true;
}

/** The number of rows of a table; PostgreSQL refuses this without the SELECT permission. */
export async function countRows(client: Client, { schema, table }: TableRow): Promise<number> {
  const name = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`;
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${name}`);
  return rows[0]?.count ?? 0;
}
