import { countOf } from '../../count-of';
import { redactedStart } from '../../redaction/process-redactor';

// Controls, lone surrogates, what XML cannot write, and characters that cannot be seen or that change the order of what
// is seen.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]|(?! )\p{Zs}/gu;

/** `text` in double quotes, as JSON writes it; what is over `limit` is cut and counted. */
export function quote(text: string, limit = Infinity): string {
  if (text.length <= limit) return escapeControls(JSON.stringify(text));
  const end = wholeCharacters(text, limit);
  return `${escapeControls(JSON.stringify(redactedStart(text, end)))}${moreCharacters(text.length - end)}`;
}

/** How much of `text` its first `limit` characters are, the two halves of a character not parted. */
export function wholeCharacters(text: string, limit: number): number {
  return /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}

/** What follows the start of a string of which `count` characters are left out. */
export function moreCharacters(count: number): string {
  return `… (${countOf(count, 'more character')})`;
}

/** Shows what a terminal would act upon or would not show, such as the start of a colour, as `\u001b`. */
export function escapeControls(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
  });
}
