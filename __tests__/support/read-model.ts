import { jsonText, parseJson } from '../../src/json/exact-json';
import type { RunModel } from '../../src/run-report/model/run-model';
import { readResults } from '../../src/run-report/results-file/read-results';

/** Reads a `results.jsonl` as a whole, so that the model stays what it is when the file is replaced. */
export async function readModel(path: string): Promise<RunModel> {
  return parseJson(jsonText(await readResults(path))) as RunModel;
}
