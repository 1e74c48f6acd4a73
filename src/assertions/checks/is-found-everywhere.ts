/** An escape, or a class such as `[^a]`: one character; anchors inside it are literals. */
const CHARACTERS = /\\[^]|\[(?:\\[^]|[^\]\\])*\]/g;
const ASSERTIONS = /[$^]|\(\?<?[=!]/g;
/** Lookarounds, word boundaries, limited repetition and astral escapes: samples could miss what these exclude. */
const SELECTIVE = /\(\?<?[=!]|\\b|\\u\{|\{\d*,?\d+\}/i;
const CODE_UNITS = 0x1_0000;

/** Whether every string matches, so that the pattern verifies nothing. */
export function isFoundEverywhere(pattern: RegExp): boolean {
  return pattern.test('') && (isLoose(pattern) || (!SELECTIVE.test(pattern.source) && matchesAllSamples(pattern)));
}

/**
 * Whether a pattern that matches the empty string isn't anchored on both sides, so it matches at the beginning or the end
 * of any string.
 */
function isLoose({ source }: RegExp): boolean {
  const bare = source.replace(CHARACTERS, (part) => (/^\\b/i.test(part) ? '^^' : 'x'));
  const asserted = [...bare.matchAll(ASSERTIONS)];
  return asserted.every(
    ({ 0: sign, index }) =>
      asserted.length === 1 && ((sign === '^' && index === 0) || (sign === '$' && index === bare.length - 1)),
  );
}

/** Anchored patterns such as `/^.*$/s`: the samples are every character alone, and all pairs of the pattern's own. */
function matchesAllSamples(pattern: RegExp): boolean {
  // Single characters come first: longer samples could take very long with a pattern that doesn't match all of these.
  for (let code = 0; code < CODE_UNITS; code += 1) {
    if (!pattern.test(String.fromCharCode(code))) return false;
  }
  const own = [...new Set(`${pattern.source}\n`)];
  const pairs = own.flatMap((first) => own.map((second) => first + second));
  return [...own, ...pairs, pairs.join('')].every((sample) => pattern.test(sample));
}
