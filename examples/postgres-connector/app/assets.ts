import type { ColumnRow, TableRow } from './catalogue';
import type { JsonObject } from './json-body';

/** One line of the output. */
export interface Asset {
  readonly typeName: 'Database' | 'Schema' | 'Table' | 'View' | 'Column';
  readonly attributes: { readonly name: string; readonly qualifiedName: string } & JsonObject;
  readonly customAttributes: JsonObject;
}

/** Builds the qualified names of the assets in one database of a connection. */
export class QualifiedNames {
  readonly connection: string;

  constructor(
    connection: JsonObject,
    readonly database: string,
  ) {
    this.connection = String(connection.qualified_name ?? `default/postgres/${String(connection.name ?? 'default')}`);
  }

  of(...parts: string[]): string {
    return [this.connection, this.database, ...parts].join('/');
  }
}

export function databaseAsset(names: QualifiedNames, schemaCount: number): Asset {
  return asset('Database', names.database, names.of(), { connectionQualifiedName: names.connection, schemaCount });
}

export function schemaAsset(names: QualifiedNames, schema: string): Asset {
  return asset('Schema', schema, names.of(schema), { databaseName: names.database, databaseQualifiedName: names.of() });
}

export function tableAsset(names: QualifiedNames, { schema, table, kind }: TableRow, rowCount: number): Asset {
  const parent = { schemaName: schema, schemaQualifiedName: names.of(schema) };
  return asset(kind, table, names.of(schema, table), { ...parent, rowCount });
}

export function columnAsset(names: QualifiedNames, row: ColumnRow): Asset {
  const { schema, table, column, position, type, nullable } = row;
  const parent = { tableName: table, tableQualifiedName: names.of(schema, table) };
  return asset('Column', column, names.of(schema, table, column), {
    ...parent,
    dataType: type,
    order: position,
    isNullable: nullable,
  });
}

function asset(typeName: Asset['typeName'], name: string, qualifiedName: string, more: JsonObject): Asset {
  return { typeName, attributes: { name, qualifiedName, ...more }, customAttributes: {} };
}
