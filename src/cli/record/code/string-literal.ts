import { escapeControls } from '../../../assertions/values/quote';

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string as a literal: nothing in it can end the literal, and no character of it is invisible. */
export function stringLiteral(text: string): string {
  const quote = countIn(text, "'") > countIn(text, '"') ? '"' : "'";
  const escaped = text.replace(/[\\'"]/g, (character) =>
    character === '\\' || character === quote ? `\\${character}` : character,
  );
  return `${quote}${escapeControls(escaped.replace(/[\n\r\t]/g, (character) => SHORT[character] as string))}${quote}`;
}

function countIn(text: string, character: string): number {
  return text.split(character).length - 1;
}
