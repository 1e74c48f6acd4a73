import { jsonText } from '../../json/exact-json';
import { breakCommandsInJson } from '../../redaction/text/break-commands';
import type { TestRecord } from './run-model';

let latest: { readonly test: TestRecord; readonly text: string } | undefined;

/** The JSON of a test as files have it: a line with its end. Several files need it one after the other. */
export function recordLine(test: TestRecord): string {
  // At once, because each string that is made of it would be a copy.
  if (latest?.test !== test) latest = { test, text: `${breakCommandsInJson(jsonText(test))}\n` };
  return latest.text;
}
