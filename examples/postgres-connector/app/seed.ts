import { Client, escapeIdentifier as name, escapeLiteral as literal } from 'pg';
import type { RunningPostgres } from './postgres';
import { roles } from './roles';

/** `SHOW_A_TYPE_CHANGE=1` shows how a suite fails if a column's type changes. */
const salary = process.env.SHOW_A_TYPE_CHANGE ? 'text' : 'numeric(10, 2)';

const MY_DB = `
  CREATE SCHEMA sales;
  CREATE TABLE sales.customers (id int PRIMARY KEY, email text NOT NULL, country char(2));
  CREATE TABLE sales.orders (id bigint PRIMARY KEY, customer_id int NOT NULL REFERENCES sales.customers, total numeric(10, 2), placed_at timestamptz NOT NULL);
  CREATE VIEW sales.order_totals AS SELECT customer_id, sum(total) AS total FROM sales.orders GROUP BY customer_id;
  INSERT INTO sales.customers VALUES (1, 'ada@example.com', 'GB'), (2, 'grace@example.com', 'US'), (3, 'linus@example.com', 'FI');
  INSERT INTO sales.orders VALUES (10, 1, 99.50, '2026-01-02T03:04:05Z'), (11, 2, 12.00, '2026-02-03T04:05:06Z');
  CREATE SCHEMA hr;
  CREATE TABLE hr.employees (id int PRIMARY KEY, name text NOT NULL, salary ${salary});
  CREATE SCHEMA archive;`;

const OTHER_DB = `
  CREATE SCHEMA web;
  CREATE TABLE web.events (id uuid PRIMARY KEY, kind text NOT NULL, payload jsonb);`;

/** Creates the roles and the databases that the scenarios use. */
export async function seed(postgres: RunningPostgres): Promise<void> {
  const passwords = Object.values(roles).map(
    (role) => `CREATE ROLE ${name(role.username)} LOGIN PASSWORD ${literal(role.password)}`,
  );
  await run(postgres, 'postgres', passwords);
  await makeDatabase(postgres, 'MY_DB', MY_DB, ['sales', 'hr', 'archive']);
  await makeDatabase(postgres, 'OTHER_DB', OTHER_DB, ['web']);
  await run(postgres, 'MY_DB', [
    `GRANT USAGE ON SCHEMA sales TO ${name(roles.limited.username)}`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA sales TO ${name(roles.limited.username)}`,
  ]);
}

async function makeDatabase(
  postgres: RunningPostgres,
  database: string,
  tables: string,
  schemas: string[],
): Promise<void> {
  await run(postgres, 'postgres', [`CREATE DATABASE ${name(database)} OWNER ${name(roles.owner.username)}`]);
  const reader = name(roles.reader.username);
  const grants = schemas.flatMap((schema) => [
    `GRANT USAGE ON SCHEMA ${schema} TO ${reader}`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO ${reader}`,
  ]);
  await run(postgres, database, [`SET ROLE ${name(roles.owner.username)}`, tables, ...grants]);
}

async function run({ host, port, superuser }: RunningPostgres, database: string, statements: string[]): Promise<void> {
  const client = new Client({ host, port, database, user: superuser.username, password: superuser.password });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
