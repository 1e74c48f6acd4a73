import type { JsonSchema } from '../assertions/schema/json-schema';
import { isRecord } from '../validation/shape';
import { type Contract, DESCRIBED_PATHS, type DescribedApi } from './contract';

const COMPONENT = '#/components/schemas/';
const DEFINITION = '#/$defs/';

/** The schemas of the request bodies in an OpenAPI 3 document, each complete in itself. */
export function openApiBodies(document: unknown): Contract['bodies'] {
  const found = (Object.entries(DESCRIBED_PATHS) as [DescribedApi, string][]).flatMap(([api, path]) => {
    const schema = at(document, ['paths', path, 'post', 'requestBody', 'content', 'application/json', 'schema']);
    // FastAPI writes `{}` for a body that it doesn't know.
    return isRecord(schema) && Object.keys(schema).length > 0 ? [[api, complete(schema, document)] as const] : [];
  });
  return Object.fromEntries(found);
}

/** With the components that it refers to, directly or indirectly, as its definitions. */
function complete(schema: JsonSchema, document: unknown): JsonSchema {
  const components = at(document, ['components', 'schemas']);
  const needed = new Map<string, unknown>();
  const visit = (value: unknown): void => {
    for (const name of componentsIn(value)) {
      if (needed.has(name) || !isRecord(components)) continue;
      needed.set(name, components[name]);
      visit(components[name]);
    }
  };
  visit(schema);
  const definitions = Object.fromEntries([...needed].map(([name, value]) => [name, withDefinitions(value)]));
  return { ...(withDefinitions(schema) as JsonSchema), ...(needed.size === 0 ? {} : { $defs: definitions }) };
}

function componentsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    key === '$ref' && typeof item === 'string' && item.startsWith(COMPONENT)
      ? [item.slice(COMPONENT.length)]
      : componentsIn(item),
  );
}

function withDefinitions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withDefinitions);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' ? item.replace(COMPONENT, DEFINITION) : withDefinitions(item),
    ]),
  );
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((holder, key) => (isRecord(holder) ? holder[key] : undefined), value);
}
