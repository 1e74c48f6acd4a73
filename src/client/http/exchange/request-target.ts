/** Where a request goes: what `node:http` needs of its URL. */
export interface RequestTarget {
  readonly url: URL;
  /** Whether it is `http:` without user name and password, so that the parts say everything. */
  readonly isPlain: boolean;
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
  /** The path with its query. */
  readonly path: string;
}

let latest: RequestTarget | undefined;
let latestUrl = '';

/** The target of an absolute URL. The latest one is kept, because most scenarios of a file use the same URL. */
export function requestTarget(url: string): RequestTarget {
  if (latest === undefined || latestUrl !== url) {
    latest = targetOf(new URL(url));
    latestUrl = url;
  }
  return latest;
}

function targetOf(url: URL): RequestTarget {
  const isSecure = url.protocol === 'https:';
  return {
    url,
    isPlain: !isSecure && url.username === '' && url.password === '',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
    path: url.pathname + url.search,
  };
}
