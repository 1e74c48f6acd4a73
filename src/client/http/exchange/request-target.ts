/** Where a request goes: what `node:http` needs of its URL. */
export interface RequestTarget {
  readonly protocol: string;
  /** Whether it is `http:` without user name and password, so that the other fields say everything. */
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

function targetOf({ protocol, username, password, hostname, port, pathname, search }: URL): RequestTarget {
  return {
    protocol,
    isPlain: protocol === 'http:' && username === '' && password === '',
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    path: pathname + search,
  };
}
