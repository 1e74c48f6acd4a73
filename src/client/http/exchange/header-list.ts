/** The parts of a request that decide its headers. */
interface Headed {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** Methods whose requests have no body unless one is given. */
const WITHOUT_BODY: ReadonlySet<string> = new Set(['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT']);

/**
 * The headers as a list of names and values. Node sends a list as it is, which takes half as long as an object. What it
 * would add to an object is added here: the host, and the length of a body that is missing.
 *
 * @see https://nodejs.org/api/http.html#httprequesturl-options-callback
 */
export function headerList({ method, headers, body }: Headed, host: string): string[] {
  const list: string[] = [];
  for (const name of Object.keys(headers)) list.push(name, headers[name] as string);
  if (headers['host'] === undefined) list.push('Host', host);
  const length = headers['content-length'] ?? headers['transfer-encoding'];
  if (body === undefined && length === undefined && !WITHOUT_BODY.has(method)) list.push('Content-Length', '0');
  return list;
}
