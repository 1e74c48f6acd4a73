import { relative } from 'node:path';
import { countOf } from '../../count-of';
import { redactValue } from '../../redaction/process-redactor';
import { harmless } from '../../report/plain-text';
import { readJestSettings } from '../doctor/jest-settings';
import { findPackage } from '../project/installed-package';
import type { RecordOptions } from './record-options';
import type { RecordProject } from './record-project';
import type { Recording } from './record-requests';
import type { LeftOut } from './requests/left-out';
import { testCommand } from './test-command';
import type { WrittenRecording } from './write-recording';

/** What was recorded: what `--json` prints. */
export interface RecordResult {
  /** Relative to the current folder. */
  readonly file: string;
  /** `unchanged` if the file has all scenarios already. */
  readonly outcome: 'created' | 'extended' | 'unchanged';
  /** The export that was written. */
  readonly exportName: string | null;
  /** The test that runs the file, if there is one. */
  readonly test: string | null;
  readonly scenarios: readonly RecordedScenario[];
  /** The scenarios that the file had already, and that were not recorded again. */
  readonly present: readonly PresentScenario[];
  readonly leftOut: readonly LeftOut[];
  /** What is left to do by hand. */
  readonly advice: readonly string[];
  readonly next: readonly string[];
}

/** A scenario that was written. */
export interface RecordedScenario {
  readonly name: string;
  readonly api: string;
  readonly checks: number;
  /** How many further fields are not checked, because there are too many. */
  readonly left: number;
  /** The broken responses that it would accept, each with the check to add. */
  readonly accepts: readonly string[];
}

/** A scenario that the file had already. */
export interface PresentScenario {
  readonly name: string;
  readonly line: number;
}

/** What the result is made of. */
export interface ResultInput {
  readonly folder: string;
  readonly project: RecordProject;
  readonly options: RecordOptions;
  readonly recording: Recording;
  readonly written: WrittenRecording;
}

/** Summarizes what was done, and finds out whether Jest will run it. */
export async function recordResult(input: ResultInput): Promise<RecordResult> {
  const { folder, options, recording, written } = input;
  const { target, outcome, test } = written;
  const shownTest = relative(folder, target.testPath);
  const result = {
    ...{ file: relative(folder, target.path), outcome },
    exportName: outcome === 'unchanged' ? null : target.exportName,
    test: test === 'none' ? null : shownTest,
    scenarios: recording.recorded.map(({ request, checks, left, accepts }) => ({
      ...{ name: request.name, api: request.api, checks: checks.length, left, accepts },
    })),
    present: recording.present.map((name) => ({ name, line: target.existing?.scenarioLines.get(name) ?? 1 })),
    leftOut: recording.leftOut,
    advice: [...(await adviceOn(input)), ...unformatted(written)],
    next: test === 'none' ? [] : [testCommand(target, options.config)],
  };
  return redactValue(result) as RecordResult;
}

async function adviceOn({ folder, project, options, written }: ResultInput): Promise<string[]> {
  const { target, outcome, test } = written;
  const call = `describeConnector('${target.exportName}', ${target.exportName})`;
  if (test === 'none') return withoutTest(relative(folder, target.testPath), written);
  if (test === 'exists' && outcome === 'created') {
    return [`${relative(folder, target.testPath)} exists, and was not changed. Add to it: ${call}.`];
  }
  const testFiles = test === 'created' ? await testFilesNow(folder, options) : project.testFiles;
  if (testFiles === undefined || testFiles.includes(target.testPath)) return [];
  const shown = relative(folder, target.testPath);
  return [`Jest doesn't run ${shown}: \`testMatch\`, \`testRegex\` or \`roots\` of its config exclude it.`];
}

/** Jest has not seen a new test yet; `undefined` if it fails now. */
async function testFilesNow(folder: string, { config }: RecordOptions): Promise<readonly string[] | undefined> {
  const jest = findPackage('jest', folder);
  const settings = jest && (await readJestSettings(jest, folder, config));
  return settings !== undefined && 'testFiles' in settings ? settings.testFiles : undefined;
}

/** The test beside a file may have been deleted, or another test imports the file. */
function withoutTest(shownTest: string, { target, outcome }: WrittenRecording): string[] {
  const { shown, exportName, existing } = target;
  const earlier = [...(existing?.exports ?? [])];
  const exports = outcome === 'unchanged' ? earlier : [...earlier, exportName];
  const calls = exports.map((name) => `describeConnector('${name}', ${name})`).join('; ');
  const others =
    earlier.length === 0 ? '' : ` The earlier exports of ${shown} don't run either, unless another test imports them.`;
  return [`There is no ${shownTest}.${others} Add to a test what it lacks: ${calls}.`];
}

function unformatted({ unformatted: problem }: WrittenRecording): string[] {
  return problem === undefined ? [] : [`Format it: the project's Prettier failed (${harmless(problem)}).`];
}

/** The result, for a terminal. */
export function resultText({
  file,
  outcome,
  exportName,
  test,
  scenarios,
  present,
  leftOut,
  advice,
  next,
}: RecordResult): string {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  const weak = scenarios.filter(({ accepts }) => accepts.length > 0);
  return [
    `${outcome.padEnd(COLUMN)}${file} (${exportName === null ? 'it has all scenarios already' : `export ${exportName}`})`,
    ...scenarios.map(({ name, checks, left }) => {
      const more = left === 0 ? '' : `; ${countOf(left, 'further field')} not checked`;
      return `${' '.repeat(COLUMN)}${name.padEnd(width)}  ${countOf(checks, 'check')}${more}`;
    }),
    ...(test === null ? [] : [`${(outcome === 'created' ? 'test' : 'run by').padEnd(COLUMN)}${test}`]),
    ...section(
      'Already there:',
      present.map(({ name, line }) => `${name}: ${file}:${line}`),
    ),
    ...section(
      'Not recorded:',
      leftOut.map(({ name, reason, fix }) => `${name}: ${reason}.${fix === undefined ? '' : ` Fix: ${fix}`}`),
    ),
    ...section(
      'Would not notice:',
      weak.flatMap(({ name, accepts }) => accepts.map((what) => `${name}: ${what}`)),
    ),
    ...section('To do:', advice),
    ...section('Next:', next),
  ].join('\n');
}

const COLUMN = 'extended  '.length;

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}
