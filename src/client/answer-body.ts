import { parseJson } from '../exact-json';
import type { Json } from '../json';

/**
 * The body of an answer: parsed under a JSON content type (broken JSON throws a `SyntaxError`), the text under another,
 * and without one parsed if that works. An empty body is `''`.
 *
 * Parsed here, inside Jest's sandbox: objects of another realm fail `toBeInstanceOf(Array)`.
 */
export function answerBody(raw: string, contentType: string | undefined): Json {
  const text = raw.startsWith('\uFEFF') ? raw.slice(1) : raw;
  if (text === '') return '';
  if (contentType === undefined || contentType === '') return parsedOr(text);
  return isJson(contentType) ? parseJson(text) : text;
}

function isJson(contentType: string): boolean {
  return (
    contentType === 'application/json' || /^\s*(application|text)\/(json|[^;\s]+\+json)\s*(;|$)/i.test(contentType)
  );
}

function parsedOr(text: string): Json {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
