/**
 * A server's address without its user name and password, which become a header: no URL that is recorded or shown has
 * them then.
 */
export function splitServerHost(given: string): {
  readonly serverHost: string;
  readonly headers: Readonly<Record<string, string>>;
} {
  const url = new URL(given);
  const serverHost = given.replace(/\/+$/, '');
  if (url.username === '' && url.password === '') return { serverHost, headers: {} };
  const userinfo = `${decoded(url.username)}:${decoded(url.password)}`;
  return {
    serverHost: serverHost.replace(/\/\/[^/]*@/, '//'),
    headers: { authorization: `Basic ${Buffer.from(userinfo).toString('base64')}` },
  };
}

/** A percent sign that stands for itself is left alone by URL parsers too. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
