import { jsonText } from '../json/exact-json';
import { MARK } from '../redaction/redaction-mark';
import type { AppRecord, RequestRecord } from '../runner/scenario-result';
import { hasMarks, splitText } from './cut/cut-mark';
import { cutText, cutValue } from './cut/cut-value';
import { amount, harmless } from './plain-text';

/** A size that every shell accepts on one line. */
const BODY = { lines: Infinity, characters: 4_000 };
const LONGEST_URL = 2_000;
const MADE_BY_ITSELF = /^(?:host|connection|content-length|transfer-encoding|accept-encoding|user-agent|accept)$/i;

/** With `-X HEAD`, curl would wait for a body. */
const METHOD_FLAGS: Readonly<Record<string, string>> = { GET: '-i', HEAD: '-I' };

/** `Bearer ` of `Bearer [redacted]`. */
const SCHEME = /^[A-Za-z]+ (?=\[redacted\]$)/;

/** A placeholder for a variable until the argument is quoted: its name between two private-use characters. */
const PLACE = /\uE000(MY_[A-Z0-9_]+)\uE001/g;

/** An app that was started for the run is stopped at its end, except in watch mode. */
const APP_MAY_BE_GONE = ['# start the app first: it is stopped at the end of the run'];
const PORT_IS_GONE = [
  '# the port was only used for this run: start the app yourself on a fixed port, such as 8000,',
  '# and change the URL; CONNECTOR_SERVER_HOST=http://127.0.0.1:8000 npx jest uses that app too',
];

/**
 * A command that repeats a request. Redacted values become variables to set first, such as `"$MY_PASSWORD"`.
 *
 * @param app The app that was started for the run; its port may differ in each run.
 *
 * @example
 * # set MY_PASSWORD first
 * curl -i -X POST 'http://localhost:8000/workflows/v1/auth' \
 *   -H 'content-type: application/json' \
 *   -d '{"credentials":[{"key":"password","value":"'"$MY_PASSWORD"'"}]}'
 */
export function curlCommand(request: RequestRecord, app?: Pick<AppRecord, 'hasTemporaryPort'>): string {
  const { method, url, headers, body, binarySize } = request;
  const hasBody = body !== undefined || binarySize !== undefined;
  const parts = [
    `curl ${METHOD_FLAGS[method] ?? `-i -X ${harmless(method)}`}${flagsFor(url)} ${inQuotes(urlText(url))}`,
    ...Object.entries(headers)
      .filter(([name]) => !isMadeByItself(name) && (hasBody || !/^content-type$/i.test(name)))
      .map(([name, value]) => `-H ${headerText(name, String(value))}`),
    ...(hasBody ? [dataFlag(request)] : []),
  ];
  const command = parts.join(' \\\n  ');
  const variables = [...new Set([...command.matchAll(/["' ]\$(MY_[A-Z0-9_]+)"/g)].map(([, name]) => name))];
  const first = variables.length === 0 ? [] : [`# set ${variables.join(', ')} first`];
  const before = app === undefined ? [] : app.hasTemporaryPort ? PORT_IS_GONE : APP_MAY_BE_GONE;
  return [...before, ...first, command].join('\n');
}

/** Without `-g`, curl treats brackets as a pattern for several URLs, except those around an IPv6 address. */
function flagsFor(url: string): string {
  return /[[\]{}]/.test(url.replace(/^\w+:\/\/[^/]*/, '').replaceAll(MARK, '')) ? ' -g' : '';
}

/** Whether the HTTP client, and curl too, sets the header by itself. */
export function isMadeByItself(header: string): boolean {
  return MADE_BY_ITSELF.test(header);
}

/**
 * A cut or redacted value becomes one variable, except for its scheme. The variable is in double quotes because the
 * command is redacted once more: redaction then sees a variable after the name, not a secret.
 */
function headerText(name: string, value: string): string {
  const isWhole = splitText(value).left === 0;
  // With a colon and no value, curl omits the header.
  if (value === '') return inQuotes(`${name};`);
  if (isWhole && !value.includes(MARK)) return inQuotes(`${name}: ${value}`);
  const scheme = isWhole ? (SCHEME.exec(value)?.[0] ?? '') : '';
  const variable = place(name).replace(PLACE, '$$$1');
  return `"${harmless(name).replace(/[$`"\\]/g, '\\$&')}: ${scheme}${variable}"`;
}

function urlText(url: string): string {
  const { head, left } = splitText(cutText(url, LONGEST_URL));
  const named = head
    .replace(/([?&])([^=&#]*)=([^&#]*)/g, (_all, mark: string, name: string, value: string) => {
      return `${mark}${name}=${withPlaces(value, name)}`;
    })
    .replaceAll(MARK, place('secret'));
  return left > 0 ? named + place('rest of url') : named;
}

function dataFlag({ body, binarySize = 0 }: RequestRecord): string {
  if (body === undefined) return `--data-binary @body.bin # ${amount(binarySize, 'byte')} that are not UTF-8`;
  const sent = bodyText(body);
  if (sent === undefined) return `-d @body.json # too long to show here`;
  if (typeof body === 'string' && harmless(sent) !== sent)
    return '--data-binary @body.txt # with characters that are not shown as they are';
  return `${sent.startsWith('@') ? '--data-raw' : '-d'} ${inQuotes(sent)}`;
}

/** The body as JSON; `undefined` if it is too long. */
function bodyText(body: unknown): string | undefined {
  if (typeof body === 'string')
    return body.length > BODY.characters || hasMarks(body) ? undefined : withPlaces(body, 'secret');
  const cut = cutValue(body, BODY);
  return hasMarks(cut) ? undefined : jsonText(named(cut, 'secret'));
}

/** A copy with a placeholder for each redacted value, named after the field or the key of its pair. */
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

/** With the prefix `MY_`, because shells already have `USERNAME`, `HOST` and `PATH`. */
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
