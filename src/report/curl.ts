import { MARK } from '../redaction/mark';
import type { RequestRecord } from '../runner/scenario-result';
import { hasMarks } from './cut-mark';
import { cutValue } from './cut-value';
import { harmless } from './plain-text';

/** What a shell takes on one line without trouble. */
const BODY = { lines: Infinity, characters: 4_000 };
const LONGEST_URL = 2_000;
/** Made for each request, by curl too. */
const MADE_BY_ITSELF = /^(?:host|connection|content-length|transfer-encoding|accept-encoding|user-agent|accept)$/i;

/** A place for a variable, until the text is quoted: private characters around its name. */
const PLACE = /\uE000([A-Z0-9_]+)\uE001/g;

/**
 * A command that repeats a request. What was redacted stands as a variable: `"$MY_PASSWORD"`, to be set first.
 *
 * @example
 * # set MY_PASSWORD first
 * curl -i -X POST 'http://localhost:8000/workflows/v1/auth' \
 *   -H 'content-type: application/json' \
 *   -d '{"credentials":[{"key":"password","value":"'"$MY_PASSWORD"'"}]}'
 */
export function curlCommand({ method, url, headers, body }: RequestRecord): string {
  const sent = body === undefined || body === '' ? undefined : bodyText(body);
  const parts = [
    `curl -i${method === 'GET' ? '' : ` -X ${harmless(method)}`} ${inQuotes(urlText(url))}`,
    ...Object.entries(headers)
      .filter(([name]) => !MADE_BY_ITSELF.test(name) && (body !== undefined || !/^content-type$/i.test(name)))
      .map(([name, value]) => `-H ${inQuotes(`${name}: ${withPlaces(String(value), name)}`)}`),
    ...(sent === undefined ? [] : [`-d ${inQuotes(sent)}`]),
    ...(body !== undefined && sent === undefined ? ['-d @body.json # too long to stand here'] : []),
  ];
  const command = parts.join(' \\\n  ');
  const variables = [...new Set([...command.matchAll(/"\$(MY_[A-Z0-9_]+)"/g)].map(([, name]) => name))];
  return variables.length === 0 ? command : `# set ${variables.join(', ')} first\n${command}`;
}

function urlText(url: string): string {
  return url
    .slice(0, LONGEST_URL)
    .replace(
      /([?&])([^=&#]*)=([^&#]*)/g,
      (_all, mark: string, name: string, value: string) => `${mark}${name}=${withPlaces(value, name)}`,
    )
    .replaceAll(MARK, place('secret'));
}

/** The body as JSON; `undefined` if it is too long. */
function bodyText(body: unknown): string | undefined {
  if (typeof body === 'string')
    return body.length > BODY.characters || hasMarks(body) ? undefined : withPlaces(body, 'secret');
  const cut = cutValue(body, BODY);
  return hasMarks(cut) ? undefined : JSON.stringify(named(cut, 'secret'));
}

/** A copy with a place for a variable wherever something was redacted; it is called as the field, or as the pair's key. */
function named(value: unknown, name: string): unknown {
  if (typeof value === 'string') return withPlaces(value, name);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => named(item, name));
  const { key, name: own } = value as { key?: unknown; name?: unknown };
  const pair = [key, own].find((candidate) => typeof candidate === 'string');
  return Object.fromEntries(
    Object.entries(value).map(([field, item]) => [field, named(item, field === 'value' && pair ? pair : field)]),
  );
}

function withPlaces(text: string, name: string): string {
  return text.replaceAll(MARK, place(name));
}

/** `MY_`, for shells have a `USERNAME`, a `HOST` and a `PATH` of their own. */
function place(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_|_$/g, '');
  return `\uE000MY_${words.slice(0, 40) || 'SECRET'}\uE001`;
}

function inQuotes(text: string): string {
  const quoted = harmless(text).replaceAll("'", `'\\''`).replace(PLACE, `'"$$$1"'`);
  return `'${quoted}'`.replace(/"''$/, '"');
}
