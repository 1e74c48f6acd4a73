/** What a terminal would act upon, or would not show; line ends are shown as such by Jest's differ. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/** A copy of a cut value for a differ that writes texts as they are: `␛` stands for the start of a colour. */
export function visibleCopy(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(visibleCopy);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [visible(key), visibleCopy(item)]));
}

function visible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
