import { jsonText } from '../../json/exact-json';
import { marksInWords } from '../../report/cut/cut-mark';

/** A value as it is copied: JSON if nothing was cut. */
export function prettyJson(value: unknown): string {
  return typeof value === 'string' ? marksInWords(value) : marksInWords(jsonText(value, { indent: 2 }));
}
