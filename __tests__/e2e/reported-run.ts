import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RunModel } from '../../src/run-report/model/run-model';
import { readModel } from '../support/read-model';
import { type JestRun, type JestRunOptions, runJest } from './run-jest';

/** A run, and the model that its report was made from. */
export interface Reported extends JestRun {
  readonly model: RunModel;
}

/** Runs Jest in a project whose config has a report. */
export async function reportedRun(
  project: string,
  args: readonly string[],
  options: JestRunOptions = {},
): Promise<Reported> {
  rmSync(join(project, 'connector-report'), { recursive: true, force: true });
  const run = await runJest(project, args, options);
  if (!existsSync(join(project, 'connector-report/results.jsonl'))) throw new Error(run.output);
  return { ...run, model: await readModel(join(project, 'connector-report/results.jsonl')) };
}

/** `file name: status (reason)`, one per test. */
export function statusesOf({ tests }: RunModel): string[] {
  return tests.map(({ file, fullName, name, ordinal, status, reason }) => {
    const same = fullName.endsWith(name) ? '' : ` = ${name}`;
    return `${file} ${fullName}${same}${ordinal ? ` #${ordinal}` : ''}: ${status}${reason ? ` (${reason})` : ''}`;
  });
}
