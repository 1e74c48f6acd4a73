/** Each way in which a secret may be spelled in what is printed. */
export const FORMS: Readonly<Record<string, (secret: string) => string>> = {
  plain: (s) => s,
  'in JSON': (s) => JSON.stringify(s).slice(1, -1),
  'in JSON twice': (s) => JSON.stringify(JSON.stringify(s)).slice(1, -1),
  'in ASCII JSON': ascii,
  'in ASCII JSON twice': (s) => JSON.stringify(ascii(s)).slice(1, -1),
  'in ASCII JSON with large letters': (s) =>
    ascii(s).replace(/\\u[0-9a-f]{4}/g, (u) => `\\u${u.slice(2).toUpperCase()}`),
  'in a URL': (s) => encodeURIComponent(s),
  'in a URL with small hexadecimals': (s) => encodeURIComponent(s).replace(/%../g, (hex) => hex.toLowerCase()),
  'in a URL, all encoded': (s) => [...Buffer.from(s)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'in a form': (s) => new URLSearchParams({ s }).toString().slice(2),
  'in a URL in JSON twice': (s) => JSON.stringify(JSON.stringify(encodeURIComponent(s))).slice(2, -2),
  'in Base64': (s) => base64(s),
  'in Base64 without padding': (s) => base64(s).replaceAll('=', ''),
  'in url-safe Base64': (s) => Buffer.from(s).toString('base64url'),
  'in Base64 of a form': (s) => encodeURIComponent(base64(s)),
  'in Basic, one letter before it': (s) => `Basic ${base64(`:${s}`)}`,
  'in Basic, two letters before it': (s) => `Basic ${base64(`u:${s}`)}`,
  'in Basic, three letters before it': (s) => `Basic ${base64(`us:${s}`)}`,
  'in Base64 of JSON': (s) => base64(JSON.stringify({ a: s, b: 1 })),
  'in XML': (s) => s.replace(/[&<>"']/g, (letter) => XML[letter] as string),
  'in HTML with numbers': (s) => [...s].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
  'in hexadecimals': (s) => Buffer.from(s).toString('hex'),
  'in large hexadecimals': (s) => Buffer.from(s).toString('hex').toUpperCase(),
  'as Python shows bytes': (s) => [...Buffer.from(s)].map(pythonByte).join(''),
  'in SQL': (s) => s.replaceAll("'", "''"),
  'in CSV': (s) => s.replaceAll('"', '""'),
  'in a shell’s quotes': (s) => s.replaceAll("'", "'\\''"),
};

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Spelled, and cut in two by a line break with indentation, in the middle. */
export function cut(spelled: string, indentation: string): string {
  const letters =
    spelled.match(/\\u[0-9a-fA-F]{4}|\\x[0-9a-f]{2}|''|""|\\+.|%[0-9a-fA-F]{2}|&[^;]+;|'\\''|[^]/gu) ?? [];
  const half = Math.ceil(letters.length / 2);
  return `${letters.slice(0, half).join('')}\n${indentation}${letters.slice(half).join('')}`;
}

function pythonByte(byte: number): string {
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte).replace(/[\\']/, '\\$&');
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function ascii(text: string): string {
  const json = JSON.stringify(text).slice(1, -1);
  return json.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
