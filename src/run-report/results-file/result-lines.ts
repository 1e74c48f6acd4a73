import { jsonText } from '../../json/exact-json';
import { breakCommandsInJson } from '../../redaction/text/break-commands';
import { recordLine } from '../model/record-line';
import type { RunModel } from '../model/run-model';

/** The lines of `results.jsonl`: the run, then one test per line. They are made one after the other. */
export function* resultLines({ run, tests }: RunModel): Generator<string> {
  yield `${breakCommandsInJson(jsonText(run))}\n`;
  for (const test of tests) yield recordLine(test);
}
