import { markdownFiles } from '../docs/pages';

/** Written by tests out of messages; it follows when these change. */
const NOT_PROSE = ['docs/failures.md'];

/** The files whose wording is checked. */
export function voicedFiles(): string[] {
  return markdownFiles().filter((path) => !NOT_PROSE.includes(path));
}
