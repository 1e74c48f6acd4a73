/** Put where a CI system would otherwise read a command, and in front of lines from elsewhere. */
export const BAR = '│';

// Colours may be removed, and invisible characters ignored, before a line is read as a command.
const IGNORED = '(?:[\\0\\u00ad\\u200b-\\u200f\\u2060-\\u2064\\ufeff]|\\u001b\\[[\\d;:?]{0,20}[A-Za-z])*';
const COLONS = new RegExp(`:${IGNORED}:`, 'g');
/** GitHub's old form `##[error]`, and the forms of Azure and TeamCity, are found anywhere in a line. */
const HASHES = new RegExp(
  `#${IGNORED}#(?=${IGNORED}(?:(?:${spaced('vso')}|${spaced('teamcity')})${IGNORED})?\\[)`,
  'gi',
);

/** A lone carriage return starts a line for GitHub's runner; other readers of its log split at the rest. */
// eslint-disable-next-line no-control-regex
const LINE_END = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/;
const BLANK = /[\s\0\x85\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/;
// eslint-disable-next-line no-control-regex
const COLOUR_AT_END = /\u001b\[[\d;:?]{0,20}[A-Za-z]$/;
const LONGEST_COLOUR = 24;

/**
 * `text` in which no CI system finds a command. A bar is inserted in `##│[error]`, `##│vso[…]`, `##│teamcity[…]`, and
 * before `::error::` at the start of a line, which GitHub also finds after spaces. Everything else is unchanged.
 * Applying it twice has no further effect.
 */
export function breakCommands(text: string): string {
  const unhashed = text.includes('#') ? text.replace(HASHES, `$&${BAR}`) : text;
  if (!unhashed.includes(':')) return unhashed;
  return unhashed.replace(COLONS, (colons, place: number) =>
    startsLine(unhashed, place) ? `${BAR} ${colons}` : colons,
  );
}

/** What is in a command, or may end a line, and isn't escaped by JSON. */
const UNESCAPED = ['#', '\x85', '\u2028', '\u2029'];

/**
 * The JSON of a file with these characters escaped, so that a CI system that prints the file finds no command in it. Its data
 * stays the same.
 */
export function breakCommandsInJson(json: string): string {
  // Searched one by one, which takes a tenth of the time of a regular expression: most files have none of them.
  return UNESCAPED.reduce((text, character) => {
    if (!text.includes(character)) return text;
    return text.replaceAll(character, `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  }, json);
}

function spaced(word: string): string {
  return [...word].join(IGNORED);
}

/** Only blank characters are checked each time, so the total time is linear. */
function startsLine(text: string, place: number): boolean {
  let at = place;
  while (at > 0) {
    const before = text[at - 1] as string;
    if (LINE_END.test(before)) return true;
    if (BLANK.test(before)) at -= 1;
    else {
      const colour = COLOUR_AT_END.exec(text.slice(Math.max(0, at - LONGEST_COLOUR), at));
      if (!colour) return false;
      at -= colour[0].length;
    }
  }
  return true;
}
