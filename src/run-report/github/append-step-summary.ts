import { appendFileSync, existsSync, statSync } from 'node:fs';
import type { GitHubJob } from '../../env/github';
import { isErrorLike } from '../../errors';
import type { RunModel } from '../model/run-model';
import { STEP_SUMMARY_LIMIT, stepSummary } from './step-summary';

/**
 * Appends the summary of a run to that of the job's step, if the job has one.
 *
 * @returns why it was not appended, in one line.
 */
export function appendStepSummary(model: RunModel, job: GitHubJob, rootDir: string): string | undefined {
  const { summaryFile: file, workspace = rootDir, sourceUrl } = job;
  if (file === undefined) return undefined;
  try {
    const size = existsSync(file) ? statSync(file).size : 0;
    const text = stepSummary(model, { rootDir, workspace, sourceUrl, limit: STEP_SUMMARY_LIMIT - size });
    if (text === undefined) return notWritten('the step has already written 1 MiB, which is all that GitHub accepts.');
    appendFileSync(file, text);
    return undefined;
  } catch (error) {
    return notWritten(isErrorLike(error) ? error.message : String(error));
  }
}

function notWritten(why: string): string {
  return `the step summary was not written: ${why}`;
}
