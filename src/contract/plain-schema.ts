import { isSecretName, withoutSecrets } from '../redaction/process-redactor';
import { isRecord } from '../validation/shape';

/** Keywords for people, whose change doesn't change what an app accepts. */
const ANNOTATIONS = new Set(['title', 'description', 'examples', 'example', '$comment', 'externalDocs', 'deprecated']);
/** Keywords whose values are schemas by name. */
const BY_NAME = new Set(['properties', 'patternProperties', '$defs', 'definitions', 'dependentSchemas']);
/** Keywords whose values are data, not schemas. */
const DATA = new Set(['default', 'const', 'enum']);

/** A JSON Schema without annotations and without secrets, to be committed. */
export function plainSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plainSchema);
  if (!isRecord(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !ANNOTATIONS.has(keyword))
      .map(([keyword, value]) => [keyword, plainKeyword(keyword, value)]),
  );
}

function plainKeyword(keyword: string, value: unknown): unknown {
  if (DATA.has(keyword)) return plainData(value);
  if (!BY_NAME.has(keyword) || !isRecord(value)) return plainSchema(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutSecretDefault(name, plainSchema(inner))]),
  );
}

/** The default of a password is a password. */
function withoutSecretDefault(name: string, schema: unknown): unknown {
  if (!isRecord(schema) || !isSecretName(name)) return schema;
  const { default: _secret, ...others } = schema;
  return others;
}

/** Names mean nothing here: in a schema, `password` is the name of a field and not of a secret. */
function plainData(value: unknown): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  if (Array.isArray(value)) return value.map(plainData);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plainData(item)]));
}
