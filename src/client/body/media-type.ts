/** How a body is read: as JSON, as one JSON value per line, as a string, not at all (binary), or unknown. */
export type BodyKind = 'json' | 'records' | 'text' | 'binary' | 'unknown';

const RECORDS =
  /^[^/]+\/(?:x-)?(?:nd-?json|json-?lines?|jsonl|json-?seq|json-stream|stream\+json|[^/]*\+(?:ndjson|jsonl|json-seq))$/;
const JSON_TYPE = /^(?:(?:application|text)\/json|[^/]+\/[^/]+\+json)$/;
const TEXT =
  /^(?:text\/.*|[^/]+\/[^/]+\+(?:xml|yaml|text)|application\/(?:x-)?(?:json.*|xml.*|javascript|ecmascript|yaml|toml|sql|graphql|csv|sh|www-form-urlencoded|openmetrics-text|n-triples|n-quads|trig|sparql-query))$/;

/** How a body with this content type is read. */
export function bodyKind(contentType = ''): BodyKind {
  if (contentType === 'application/json') return 'json';
  const type = mediaType(contentType);
  if (!type.includes('/')) return 'unknown';
  if (RECORDS.test(type)) return 'records';
  if (JSON_TYPE.test(type)) return 'json';
  return TEXT.test(type) ? 'text' : 'binary';
}

/** `Text/HTML; charset=x` → `text/html`. */
export function mediaType(contentType: string): string {
  return contentType.replace(/;.*/s, '').trim().toLowerCase();
}

/** The value of its first `charset` parameter, if it is not empty. */
export function charsetParameter(contentType = ''): string | undefined {
  if (!contentType.includes(';')) return undefined;
  for (const [, name = '', quoted, plain = ''] of contentType.matchAll(
    /;\s*([^=;\s]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/g,
  )) {
    if (name.toLowerCase() !== 'charset') continue;
    const value = (quoted?.replace(/\\(.)/g, '$1') ?? plain.replace(/^\s*'|'?[\s,]*$/g, '')).trim();
    return value === '' ? undefined : value;
  }
  return undefined;
}
