/** An absolute path. */
const PATH = /(?:^|\s)(?:\/\w|[A-Z]:\\)/;

/**
 * Breaks lines at spaces so that none is longer than `columns`, unless a single word is. A line with an absolute path is
 * left unchanged: paths are long, and a break would hide what they belong to.
 *
 * @param indent The prefix of each line but the first.
 */
export function wrapLines(text: string, columns: number, indent: string): string {
  const tooLong = new RegExp(`(?!.{1,${columns}}$)(.{1,${columns}}) `, 'g');
  const lines = text.split('\n').map((line) => (PATH.test(line) ? line : line.replace(tooLong, '$1\n')));
  return lines.join('\n').replaceAll('\n', `\n${indent}`);
}
