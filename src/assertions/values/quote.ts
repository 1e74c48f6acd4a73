import { countOf } from '../../count-of';
import { redactedStart } from '../../redaction/process-redactor';

// Control characters, lone surrogates, characters that XML doesn't allow, and invisible or bidirectional ones.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]|(?! )\p{Zs}/gu;

/** Quotes `text` like JSON; characters after `limit` are cut and counted. */
export function quote(text: string, limit = Infinity): string {
  if (text.length <= limit) return escapeControls(JSON.stringify(text));
  const end = wholeCharacters(text, limit);
  return `${escapeControls(JSON.stringify(redactedStart(text, end)))}${moreCharacters(text.length - end)}`;
}

/** The first `limit` characters of `text`, or one less if that would split a surrogate pair. */
export function wholeCharacters(text: string, limit: number): number {
  return /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}

/** The ending for a string of which `count` characters are omitted. */
export function moreCharacters(count: number): string {
  return `… (${countOf(count, 'more character')})`;
}

/** Escapes characters that a terminal interprets or doesn't show, such as `\u001b`. */
export function escapeControls(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}
