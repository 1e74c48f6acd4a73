import { jsonText } from '../../json/exact-json';
import { breakCommandsInJson } from '../../redaction/text/break-commands';
import { recordLine } from '../model/record-line';
import type { RunModel } from '../model/run-model';

/**
 * The lines of `results.jsonl`: the run with the number of its tests, then one test per line. They are made one after the
 * other.
 */
export function* resultLines({ run, tests }: RunModel): Generator<string> {
  yield `${breakCommandsInJson(jsonText({ ...run, testCount: tests.length }))}\n`;
  for (const test of tests) yield recordLine(test);
}
