/** An escape, or a class such as `[^a]`: one character; anchors inside it are literals. */
const CHARACTERS = /\\[^]|\[(?:\\[^]|[^\]\\])*\]/g;
const ASSERTIONS = /[$^]|\(\?<?[=!]/g;

/**
 * Whether every string matches: the pattern matches the empty string and isn't anchored on both sides, so it matches at the
 * beginning or the end of any string.
 */
export function isFoundEverywhere(pattern: RegExp): boolean {
  const bare = pattern.source.replace(CHARACTERS, (part) => (/^\\b/i.test(part) ? '^^' : 'x'));
  const asserted = [...bare.matchAll(ASSERTIONS)];
  const isLoose = asserted.every(
    ({ 0: sign, index }) =>
      asserted.length === 1 && ((sign === '^' && index === 0) || (sign === '$' && index === bare.length - 1)),
  );
  return isLoose && pattern.test('');
}
