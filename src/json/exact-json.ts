import type { Json } from './json';

const LARGEST = String(Number.MAX_SAFE_INTEGER);
const [QUOTE, BACKSLASH, MINUS, DOT] = [34, 92, 45, 46];

/** Like `JSON.parse`, but an integer literal beyond ±(2^53 − 1) becomes a `bigint`, because a number would lose digits. */
export function parseJson(text: string): Json {
  const value: Json = JSON.parse(text);
  return hasLongInteger(text) ? withBigints(value, JSON.parse(quoteLongIntegers(text))) : value;
}

/** Options of {@link jsonText}. */
export interface JsonTextOptions {
  /** The number of spaces per level. */
  readonly indent?: number | undefined;
  /** The same as the second argument of `JSON.stringify`. */
  readonly replace?: ((this: unknown, key: string, value: unknown) => unknown) | undefined;
}

/** Like `JSON.stringify`, but a `bigint` is written as an integer, with all its digits. */
export function jsonText(value: unknown, options: JsonTextOptions = {}): string {
  // Many projects add a `toJSON` to bigints that returns a string.
  if ('toJSON' in BigInt.prototype) return textWithBigints(value, options);
  try {
    return JSON.stringify(value, options.replace, options.indent);
  } catch {
    // The value contains a bigint; for any other problem, this throws the same error again.
    return textWithBigints(value, options);
  }
}

/**
 * Whether the string contains a long integer, or something like one inside a JSON string. A run of 16 digits covers one
 * of every 16 characters, and another one 8 before or after it. Only these are tested, so other input costs next to
 * nothing.
 */
function hasLongInteger(text: string): boolean {
  // The last digit known to be inside a string or a fraction.
  let passed = -1;
  for (let index = 15; index < text.length; index += 16) {
    if (!isDigitAt(text, index) || !(isDigitAt(text, index - 8) || isDigitAt(text, index + 8))) continue;
    let start = index;
    while (start > passed + 1 && isDigitAt(text, start - 1)) start -= 1;
    if (start > 0 && isWithin(text.charCodeAt(start - 1))) passed = index;
    else if (isDigitAt(text, start + 15)) {
      const end = endOfDigits(text, index);
      if (isLongInteger(text, start, end)) return true;
      index = end;
    }
  }
  return false;
}

/** Whether the digits after this character continue a string, a fraction or other digits. */
function isWithin(code: number): boolean {
  return code === QUOTE || code === DOT || isDigit(code);
}

/** Puts each long integer of `text`, which must be valid JSON, in quotes. */
function quoteLongIntegers(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code !== MINUS && !isDigit(code)) index += 1;
    else {
      const digits = code === MINUS ? index + 1 : index;
      const end = endOfDigits(text, digits);
      if (isLongInteger(text, digits, end)) {
        parts.push(text.slice(from, index), `"${text.slice(index, end)}"`);
        from = end;
      }
      index = endOfNumber(text, end);
    }
  }
  return parts.join('') + text.slice(from);
}

/** Whether these digits are a whole number that is too large for a `number`. */
function isLongInteger(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length < LARGEST.length || '.eE'.includes(text.charAt(end) || ' ')) return false;
  return length > LARGEST.length || text.slice(start, end) > LARGEST;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The bounds check is for speed: V8 is slow when reading outside a string. */
function isDigitAt(text: string, index: number): boolean {
  return index < text.length && isDigit(text.charCodeAt(index));
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigitAt(text, end)) end += 1;
  return end;
}

function endOfNumber(text: string, from: number): number {
  let end = from;
  while (isDigitAt(text, end) || '.eE+-'.includes(text.charAt(end) || ' ')) end += 1;
  return end;
}

/** The index after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end > 0; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (text.charCodeAt(first - 1) === BACKSLASH) first -= 1;
    if ((end - first) % 2 === 0) return end + 1;
  }
  return text.length;
}

/** Replaces each number in `value` by a bigint where `quoted`, otherwise equal, has its digits as a string. */
function withBigints(value: Json, quoted: Json): Json {
  const root = [value];
  const open: [Json, Json][] = [[root, [quoted]]];
  // Not recursive: JSON.parse can return values that are nested deeper than the stack.
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [holder, digits] = pair;
    for (const key of Object.keys(digits)) {
      const item: Json = digits[key];
      if (typeof item === 'object' && item !== null) open.push([holder[key], item]);
      else if (typeof item !== typeof holder[key]) holder[key] = BigInt(item);
    }
  }
  return root[0];
}

/** Writes bigints as strings with a mark that occurs nowhere else in the JSON, then removes the quotes. */
function textWithBigints(value: unknown, { indent, replace }: JsonTextOptions): string {
  const write = (mark: string): string =>
    JSON.stringify(
      value,
      function (this: Record<string, unknown>, key, item: unknown) {
        const held = typeof this[key] === 'bigint' ? this[key] : item;
        const replaced = replace === undefined ? held : replace.call(this, key, held);
        return typeof replaced === 'bigint' ? `${mark}${replaced}` : replaced;
      },
      indent,
    );
  const unmarked = write('');
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- JSON.stringify returns it for a function.
  if (unmarked === undefined) return unmarked;
  let mark = 'bigint:';
  while (unmarked.includes(mark)) mark = `bigint ${mark.length}:${mark}`;
  return write(mark).replace(new RegExp(`"${mark}(-?\\d+)"`, 'g'), '$1');
}
