import { jsonText } from '../../json/exact-json';
import { breakCommandsInJson } from '../../redaction/text/break-commands';
import type { RunModel } from '../model/run-model';

/** The lines of `results.jsonl`: the run, then one test per line. They are made one after the other. */
export function* resultLines({ run, tests }: RunModel): Generator<string> {
  yield lineOf(run);
  for (const test of tests) yield lineOf(test);
}

function lineOf(record: object): string {
  return `${breakCommandsInJson(jsonText(record))}\n`;
}
