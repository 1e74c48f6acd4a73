import { resolve } from 'node:path';
import { gitHubJob } from '../../env/github';
import { annotationLines } from '../../run-report/github/annotations';
import { appendStepSummary } from '../../run-report/github/append-step-summary';
import type { RunModel } from '../../run-report/model/run-model';
import { notice } from '../output/progress';
import { writeWorkflowCommands } from '../output/write-stderr';
import { noteWritten } from '../output/written-paths';

/** In a job of GitHub Actions: appends the step summary, and annotates the failed checks of a run at their lines. */
export function writeGitHubOutput(model: RunModel, rootDir: string): void {
  const job = gitHubJob();
  if (job === undefined) return;
  if (job.summaryFile !== undefined) noteWritten(resolve(job.summaryFile));
  const problem = appendStepSummary(model, job, rootDir);
  if (problem !== undefined) notice(problem);
  writeWorkflowCommands(annotationLines(model, { rootDir, workspace: job.workspace ?? rootDir }));
}
