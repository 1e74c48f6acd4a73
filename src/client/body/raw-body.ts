import type { RawBody } from '../../apis/api-definition';
import { parseJson } from '../../json/exact-json';
import type { SentRequest } from '../client-options';

interface Bodies {
  readonly body?: unknown;
  readonly rawBody?: RawBody | undefined;
}

/** The body of a request as it is shown: bytes that are UTF-8 as a string, others by their size. */
export function shownBody({ body, rawBody }: Bodies): Pick<SentRequest, 'body' | 'binarySize'> {
  if (rawBody === undefined) return body === undefined ? {} : { body };
  const text = textOf(rawBody);
  return text === undefined ? { binarySize: rawBody.length } : { body: text };
}

/** What a raw body says, to learn the secrets in it: most are JSON or a form. */
export function rawContents({ rawBody }: Pick<Bodies, 'rawBody'>): unknown {
  const text = rawBody === undefined ? undefined : textOf(rawBody);
  if (text === undefined) return undefined;
  try {
    return parseJson(text);
  } catch {
    // A form; anything else has no fields, or fields with meaningless names.
    return Object.fromEntries(new URLSearchParams(text));
  }
}

function textOf(rawBody: RawBody): string | undefined {
  if (typeof rawBody === 'string') return rawBody;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody);
  } catch {
    return undefined;
  }
}
