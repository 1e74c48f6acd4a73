import { parseJson } from '../../json/exact-json';
import type { Json } from '../../json/json';
import { bodyKind } from './media-type';

const RECORD_SEPARATOR = '\u001E';

/**
 * Converts a response's body by its content type. JSON is parsed (invalid JSON throws a `SyntaxError`), JSON lines
 * become a list, and other types stay a string. Without a content type the body is parsed if possible. An empty body is
 * `''`.
 *
 * The body is parsed here, inside Jest's sandbox, because objects of another realm fail `toBeInstanceOf(Array)`.
 */
export function responseBody(raw: string, contentType: string | undefined): Json {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  if (text === '') return '';
  if (contentType === undefined || contentType === '') return parsedOr(text);
  switch (bodyKind(contentType)) {
    case 'json':
      return parseJson(text);
    case 'records':
      return parseRecords(text);
    default:
      return text;
  }
}

/** One value per line, or one after each record separator (RFC 7464); empty ones are skipped. */
function parseRecords(text: string): Json[] {
  const [separator, unit] = text.startsWith(RECORD_SEPARATOR) ? [RECORD_SEPARATOR, 'record'] : ['\n', 'line'];
  const records: Json[] = [];
  for (const [index, record] of text.split(separator).entries()) {
    if (/[^ \t\r\n]/.test(record))
      records.push(parseRecord(record, `${unit} ${separator === '\n' ? index + 1 : index}`));
  }
  return records;
}

function parseRecord(text: string, place: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    throw new SyntaxError(`${place}: ${(error as Error).message}`, { cause: error });
  }
}

function parsedOr(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
