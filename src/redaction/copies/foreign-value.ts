import { types } from 'node:util';

const PLAIN_OBJECT = Object.prototype;

/** Whether a string, read from the bytes of a value, contains a secret. */
export type HoldsSecret = (text: string) => boolean;

/** Whether it may be anything but a plain object: most values are plain, and a closer look takes longer. */
export function mayBeForeign(value: object): boolean {
  return (
    Object.getPrototypeOf(value) !== PLAIN_OBJECT ||
    'toJSON' in value ||
    Symbol.toStringTag in value ||
    (value as { type?: unknown }).type === 'Buffer'
  );
}

/** What replaces a value that isn't plain JSON: `value` is copied instead. `undefined` for a plain object. */
export function foreignValue(value: object, holdsSecret: HoldsSecret): { readonly value: unknown } | undefined {
  if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value)) return { value: binary(value.byteLength) };
  if (types.isNativeError(value)) return { value: errorFields(value) };
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  switch (kind) {
    case 'Object':
      return plainOrJson(value, holdsSecret);
    case 'Error':
      return { value: errorFields(value as Error) };
    case 'Map':
    case 'Headers':
    case 'FormData':
      return { value: fromEntries([...(value as Iterable<readonly [unknown, unknown]>)]) };
    case 'Set':
      return { value: [...(value as Set<unknown>)] };
    case 'Date':
      return { value: Number.isNaN(Number(value)) ? 'Invalid Date' : (value as Date).toISOString() };
    case 'String':
    case 'Number':
    case 'Boolean':
    case 'BigInt':
    case 'Symbol':
      return { value: value.valueOf() };
    case 'RegExp':
    case 'URLSearchParams':
      return { value: String(value) };
    case 'Blob':
    case 'File':
      return { value: binary((value as Blob).size) };
    default:
      return plainOrJson(value, holdsSecret);
  }
}

function plainOrJson(value: object, holdsSecret: HoldsSecret): { readonly value: unknown } | undefined {
  const { toJSON, type, data } = value as { toJSON?: unknown; type?: unknown; data?: unknown };
  // The JSON of a Buffer: its bytes may be a secret spelled in numbers.
  if (type === 'Buffer' && Array.isArray(data) && spellsSecret(data, holdsSecret))
    return { value: binary(data.length) };
  const json: unknown = typeof toJSON === 'function' ? toJSON.call(value) : value;
  return json === value ? undefined : { value: json };
}

function spellsSecret(data: readonly unknown[], holdsSecret: HoldsSecret): boolean {
  // A list that was cut may end in the middle of a secret.
  if (!data.every((byte) => typeof byte === 'number')) return true;
  const bytes = Buffer.from(data);
  return (['utf8', 'latin1', 'utf16le'] as const).some((charset) => holdsSecret(bytes.toString(charset)));
}

function binary(bytes: number): string {
  return `[binary, ${bytes.toLocaleString('en-US')} ${bytes === 1 ? 'byte' : 'bytes'}]`;
}

/**
 * The message of an error, not its other properties: an HTTP client's error contains the request with all its headers.
 */
function errorFields(error: Error): Record<string, unknown> {
  const { name, message, code, cause, errors } = error as Error & Record<'code' | 'errors', unknown>;
  return { name, message, code, cause, errors };
}

/** An object if all names are strings, so that the values under secret names are hidden there too. */
function fromEntries(entries: readonly (readonly [unknown, unknown])[]): unknown {
  if (!entries.every(([name]) => typeof name === 'string')) return entries;
  return Object.fromEntries(entries) as unknown;
}
