/**
 * Breaks lines at spaces so that none is longer than `columns`, unless a single word is.
 *
 * @param indent The prefix of each line but the first.
 */
export function wrapLines(text: string, columns: number, indent: string): string {
  const tooLong = new RegExp(`(?![^\\n]{1,${columns}}$)([^\\n]{1,${columns}}) `, 'gm');
  return text.replace(tooLong, '$1\n').replaceAll('\n', `\n${indent}`);
}
