import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunModel } from '../../../../src/run-report/model/run-model';
import { readResults } from '../../../../src/run-report/results-file/read-results';
import { resultLines } from '../../../../src/run-report/results-file/result-lines';
import { runModel } from '../../../support/run-models';

const folder = mkdtempSync(join(tmpdir(), 'read-results-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'results.jsonl');

const model = runModel({ passed: 30, failed: 4, flaky: 2, crashed: 1, notRun: 1, skipped: 2, todo: 1, byHand: 3 });
const lines = [...resultLines(model)];

function read(text: string | Buffer): Promise<RunModel> {
  writeFileSync(path, text);
  return readResults(path);
}

/** The lines with one field of a record replaced. */
function changed(line: number, change: (record: Record<string, never>) => unknown): string {
  const record = JSON.parse(lines[line]!) as Record<string, never>;
  const other = change(record) ?? record;
  return lines.map((text, index) => (index === line ? `${JSON.stringify(other)}\n` : text)).join('');
}

test('what is written is read again', async () => {
  expect(await read(lines.join(''))).toEqual(JSON.parse(JSON.stringify(model)));
});

test('integers keep their digits, and a line may hold every character but a line break', async () => {
  const [test] = model.tests;
  const text = 'a\u2028b\nc\r\u0000é\ud83d';
  const exact = { run: model.run, tests: [{ ...test!, name: text, reason: 'x'.repeat(3 << 20) }] };
  Object.assign(exact.tests[0]!.attempts[0]!.result!.response!, { body: { id: 9007199254740993n } });
  const found = await read([...resultLines(exact)].join(''));
  expect(found.tests[0]?.name).toBe(text);
  expect(found.tests[0]?.attempts[0]?.result?.response?.body).toEqual({ id: 9007199254740993n });
});

test('each test is counted for progress', async () => {
  writeFileSync(path, lines.join(''));
  const counted = jest.fn();
  await readResults(path, counted);
  expect(counted).toHaveBeenCalledTimes(model.tests.length);
});

test.each<[string, string, RegExp]>([
  ['an empty file', '', /the file is empty/],
  ['another version', changed(0, (run) => ({ ...run, version: 2 })), /it has version 2, and this .* reads version 1/],
  ['no version', '{"a": 1}\n', /line 1 has no version, so jest-connector did not write it/],
  ['no JSON', `${lines[0]}hello\n`, /line 2 is not JSON/],
  ['no object', `${lines[0]}[]\n`, /line 2 is not a JSON object/],
  ['a cut line', lines.join('').slice(0, -9), /line 45 is cut: the file is not complete/],
  ['a cut first line', lines[0]!.slice(0, 30), /line 1 is cut/],
  ['a run without versions', changed(0, ({ versions: _, ...run }) => run), /line 1: `versions` is missing/],
  ['errors that are no list', changed(0, (run) => ({ ...run, errors: 'x' })), /`errors` is not as jest-connector/],
  ['an unknown status', changed(1, (test) => ({ ...test, status: 'great' })), /line 2: `status` is not as/],
  ['attempts that are no list', changed(1, (test) => ({ ...test, attempts: {} })), /`attempts` is not as/],
  ['an attempt without a start', changed(1, (test) => ({ ...test, attempts: [{ status: 'passed' }] })), /`attempts`/],
])('%s is refused', async (_what, text, why) => {
  const error = (await read(text).catch((thrown: unknown) => thrown)) as Error;
  expect(error).toMatchObject({ code: 'REPORT_UNREADABLE', why: expect.stringMatching(why) });
});

test('a result that a report could not show is refused, however deep', async () => {
  const text = changed(1, (test) => {
    const { attempts } = test as unknown as { attempts: { result: { outcomes: unknown } }[] };
    attempts[0]!.result.outcomes = { length: 1 };
    return undefined;
  });
  await expect(read(text)).rejects.toThrow('line 2: `attempts` is not as jest-connector writes it');
});

test.each([
  [join(folder, 'missing.jsonl'), /the file does not exist/],
  [folder, /it can't be read \(EISDIR\)/],
])('%s cannot be read', async (file, why) => {
  await expect(readResults(file)).rejects.toThrow(why);
});
