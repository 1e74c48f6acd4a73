/**
 * Splits a server's URL into the URL without user name and password, and a header with them, so that no recorded or
 * displayed URL contains them.
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

/** URL parsers leave a literal percent sign unchanged, too. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
