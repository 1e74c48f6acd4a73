/** A change of a file: what is inserted at which offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/** The existing Jest config, changed so that it uses this package. */
export interface ConfigChange {
  /** The whole new content; unchanged if nothing has to be changed. */
  readonly text: string;
  /** What is left to do by hand. */
  readonly advice?: string;
}

/** The content with all insertions. */
export function inserted(text: string, insertions: readonly Insertion[]): string {
  const fromEnd = [...insertions].sort((left, right) => right.at - left.at);
  return fromEnd.reduce((whole, { at, text: added }) => whole.slice(0, at) + added + whole.slice(at), text);
}
