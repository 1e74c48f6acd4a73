/** An escape, or a class such as `[^a]`: one character, with anchors in it that are none. */
const CHARACTERS = /\\[^]|\[(?:\\[^]|[^\]\\])*\]/g;
const ASSERTIONS = /[$^]|\(\?<?[=!]/g;

/**
 * Whether every string matches: the empty one does, and the pattern asks for nothing around it, so the empty part at the
 * beginning of any string will do. One anchor at its beginning or at its end asks for nothing either.
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
