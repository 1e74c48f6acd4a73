/** Every way in which a secret could be written. */
export function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ a: secret }).toString().slice(2),
    bytes.toString('base64'),
    bytes.toString('base64url'),
    json,
    JSON.stringify(json).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;'),
    // What is left when a part was cut off or redacted.
    secret.slice(0, 'cAn4ry-'.length + 4),
  ];
}
