import { listDatabases, listSchemas } from './catalogue';
import type { MetadataInput } from './contracts';
import { AppError } from './errors';
import { type Source, SourceRefusal } from './source';

interface SchemaRow {
  readonly TABLE_CATALOG: string;
  readonly TABLE_SCHEMA: string;
}

interface TreeNode {
  readonly value: string;
  readonly title: string;
  readonly node_type: string;
  readonly children: readonly TreeNode[];
}

/** The choices for the user: rows of schemas, or (template `databases`) a tree. */
export async function fetchMetadata(source: Source, input: MetadataInput): Promise<readonly (SchemaRow | TreeNode)[]> {
  if (!['', 'schemas', 'databases'].includes(input.template)) {
    throw new AppError(400, 'INVALID_INPUT', `Unknown metadata template: ${input.template}`);
  }
  const schemas = await schemasByDatabase(source, input);
  const items = input.template === 'databases' ? schemas.map(treeNode) : schemas.flatMap(schemaRows);
  return items.slice(0, input.maxObjects);
}

type DatabaseSchemas = readonly [database: string, schemas: readonly string[]];

async function schemasByDatabase(source: Source, input: MetadataInput): Promise<DatabaseSchemas[]> {
  const { credentials, objectFilter, timeoutSeconds } = input;
  try {
    const databases = await source.use(credentials, listDatabases, { timeoutSeconds });
    const wanted = databases.filter((database) => objectFilter === '' || database === objectFilter);
    const found: DatabaseSchemas[] = [];
    for (const database of wanted) {
      found.push([database, await source.use(credentials, listSchemas, { database, timeoutSeconds })]);
    }
    return found;
  } catch (error) {
    if (error instanceof SourceRefusal) throw new AppError(401, 'AUTH', error.message);
    throw error;
  }
}

function schemaRows([database, schemas]: DatabaseSchemas): SchemaRow[] {
  return schemas.map((schema) => ({ TABLE_CATALOG: database, TABLE_SCHEMA: schema }));
}

function treeNode([database, schemas]: DatabaseSchemas): TreeNode {
  const children = schemas.map((schema) => ({ value: schema, title: schema, node_type: 'schema', children: [] }));
  return { value: database, title: database, node_type: 'database', children };
}
