import type { Problem } from '../../validation/problems';
import { type CommandInput, EXIT_CODES, type ExitCode } from '../command';
import { progressNotices } from '../progress-notices';
import { type Project, readProject } from '../project/read-project';
import { invalidOptions } from './invalid-options';
import type { RecordOptions } from './record-options';
import { readRecordProject, type RecordProject } from './record-project';
import { readGiven, recordRequests } from './record-requests';
import { recordResult, resultText } from './record-result';
import { withServer } from './record-server';
import { type RecordTarget, recordTarget } from './record-target';
import { requestProblems } from './request-problems';
import { type ArgsSource, argsSource } from './requests/given-args';
import { writeRecording } from './write-recording';

/** Records scenarios, writes them, and prints what was done. */
export async function runRecord({ options, terminal }: CommandInput<RecordOptions>): Promise<ExitCode> {
  const folder = process.cwd();
  const project = await readRecordProject(folder, options.config);
  const args = options.args === undefined ? undefined : argsSource(options.args);
  const layout = readProject(folder);
  const target = recordTarget(layout, options);
  const problems = [...optionProblems({ options, project, args }), ...(Array.isArray(target) ? target : [])];
  if (problems.length > 0 || Array.isArray(target)) {
    terminal.notice(invalidOptions(problems).message);
    return EXIT_CODES.wrongUsage;
  }
  const progress = progressNotices(terminal);
  const existing = target.existing?.scenarioLines ?? new Map<string, number>();
  const recording = await withServer(project, options, (url) =>
    recordRequests({ url, project, options, args, progress, existing }),
  );
  // Again, because the file may have changed while requests were sent.
  const written = await writeRecording(() => requiredTarget(layout, options), recording.recorded);
  const result = await recordResult({ folder, project, options, recording, written });
  terminal.print(options.json ? JSON.stringify(result, undefined, 2) : resultText(result));
  return EXIT_CODES.done;
}

interface OptionsInput {
  readonly options: RecordOptions;
  readonly project: RecordProject;
  readonly args: ArgsSource | undefined;
}

/** The problems of the options that say what is sent, before anything is started. */
function optionProblems(input: OptionsInput): Problem[] {
  const { options, project } = input;
  const given = readGiven(input);
  const problems = options.start ? given.problems : [...given.problems, ...given.unset];
  return requestProblems(options, project.config.apis ?? {}, { ...given, problems });
}

function requiredTarget(project: Project, options: RecordOptions): RecordTarget {
  const target = recordTarget(project, options);
  if (Array.isArray(target)) throw invalidOptions(target);
  return target;
}
