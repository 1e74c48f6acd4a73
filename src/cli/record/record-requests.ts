import { currentEnvironment } from '../../env/adopt-environment';
import { credentialVariables } from '../../env/credentials';
import { namesInDotenv } from '../../env/dotenv';
import { ConnectorTestError } from '../../errors';
import { createRedactor, type Redactor } from '../../redaction/redactor';
import { formatProblems } from '../../validation/problems';
import { invalidOptions } from './invalid-options';
import type { RecordOptions } from './record-options';
import { environmentOptions, type RecordProject } from './record-project';
import { sentArgs } from './requests/args-tree';
import { credentialsTree, withoutCredentials } from './requests/environment-credentials';
import { type ArgsSource, type GivenArgs, readGivenArgs } from './requests/given-args';
import { hiddenTexts } from './requests/hidden-texts';
import { type LeftOut, withoutUrlFix } from './requests/left-out';
import { missingRequests } from './requests/missing-requests';
import { defaultName, PARTIAL_PREFLIGHT, type Plan, planRequests } from './requests/plan-requests';
import { type PlannedRequest, takesCredentials } from './requests/planned-request';
import { type RecordedRequest, recordRequest } from './requests/record-request';
import { createRequestSender } from './requests/request-sender';

/** What is recorded, and where. */
export interface RecordingInput {
  readonly url: string;
  readonly project: RecordProject;
  readonly options: RecordOptions;
  /** `--args` as it was read, if it was given. */
  readonly args: ArgsSource | undefined;
  readonly progress: (text: () => string) => void;
  /** The scenarios that the file has. With `--all`, they are not recorded again. */
  readonly existing: ReadonlyMap<string, unknown>;
}

/** What was recorded, and what was not. */
export interface Recording {
  readonly recorded: readonly RecordedRequest[];
  readonly leftOut: readonly LeftOut[];
  /** The names of those that the file has already. */
  readonly present: readonly string[];
}

/** Reads `--args` with the variables that are set now. */
export function readGiven({ project, options, args }: Pick<RecordingInput, 'project' | 'options' | 'args'>): GivenArgs {
  if (args === undefined) return { problems: [], unset: [] };
  const own = [...credentialVariables(), ...namesInDotenv(project.settings.rootDir)];
  return readGivenArgs(args, {
    ...{ environment: currentEnvironment(), own, redactor: redactorOf(project) },
    isRefusal: options.expectRefusal === true,
  });
}

/**
 * Sends the requests that the options select, and makes checks of the responses.
 *
 * @throws ConnectorTestError NOT_RECORDED if nothing can be written, MISSING_VARIABLES
 */
export async function recordRequests(input: RecordingInput): Promise<Recording> {
  const { url, project, options, progress, existing } = input;
  const { config } = project;
  const environment = environmentOptions();
  const plan = planOf(input, environment.applicationName ?? config.applicationName);
  const {
    requests,
    present,
    leftOut: notSent,
  } = options.api === undefined ? missingRequests(plan, existing) : { ...plan, present: [] };
  if (requests.length === 0) return { recorded: [], leftOut: notSent, present };
  const redactor = redactorOf(project);
  for (const { args, isRefusal } of requests) if (!isRefusal || options.api) redactor.learn(sentArgs(args));
  const isHidden = hiddenTexts(requests, redactor);
  const sender = createRequestSender({ url, config, environment, progress });
  const recorded: RecordedRequest[] = [];
  const leftOut: LeftOut[] = [];
  try {
    for (const request of requests) {
      const { needs = request.onlyAfter } = request;
      const isPossible = needs === undefined || recorded.some((each) => each.request.name === needs);
      const result = isPossible ? await recordRequest(request, sender, isHidden) : without(request, needs);
      if ('request' in result) recorded.push(namedByOutcome(result, options));
      else if (endsRecording(result, request, options)) throw notRecorded(result);
      else leftOut.push(result);
    }
  } finally {
    sender.close();
  }
  const written = recorded.filter(({ request }) => request.isProbe !== true);
  if (written.length === 0) throw notRecorded(leftOut[0]);
  return { recorded: written, leftOut: [...leftOut.map(withoutUrlFix), ...notSent], present };
}

function planOf(input: RecordingInput, applicationName: string | undefined): Plan {
  const { project, options } = input;
  const given = readGiven(input);
  // Services that were started may have set further variables.
  if (given.problems.length > 0) throw invalidOptions(given.problems);
  if (given.unset.length > 0) {
    const fix = 'set them in the shell or in .env.';
    throw new ConnectorTestError('MISSING_VARIABLES', {
      what: 'Variables in --args are not set; nothing was sent.',
      why: formatProblems(given.unset),
      fix,
    });
  }
  const { tree = {} } = given;
  const takes = options.api === undefined || takesCredentials(options.api);
  const isNeeded = takes && !Object.hasOwn(tree as object, 'credentials');
  const credentials = isNeeded ? credentialsTree(applicationName) : undefined;
  if (isNeeded && credentials === undefined) throw withoutCredentials(applicationName);
  return planRequests({ options, apis: project.config.apis ?? {}, credentials, given: tree });
}

function redactorOf({ config }: RecordProject): Redactor {
  const redactor = createRedactor({ names: config.secretNames });
  redactor.addEnvironment(currentEnvironment());
  redactor.learn(config.headers);
  return redactor;
}

/** Further requests with refused credentials could lock the account. */
function endsRecording(left: LeftOut, request: PlannedRequest, { api }: RecordOptions): boolean {
  return api !== undefined || (request.api === 'auth' && !request.isRefusal && left.isAbsent !== true);
}

/** A preflight may be recorded that is ready only in part. */
function namedByOutcome(recorded: RecordedRequest, { api, name }: RecordOptions): RecordedRequest {
  const { request, status } = recorded;
  const isNamed = api !== undefined && name !== undefined;
  const isPartial = !isNamed && request.name === defaultName('preflight') && status === 'partial';
  return isPartial ? { ...recorded, request: { ...request, name: PARTIAL_PREFLIGHT } } : recorded;
}

function without({ name, api }: PlannedRequest, needs: string): LeftOut {
  return { name, api, reason: `it needs ${needs}, which is not recorded` };
}

function notRecorded({ name, reason, fix }: LeftOut = NOTHING): ConnectorTestError {
  return new ConnectorTestError('NOT_RECORDED', {
    what: `${name} can't be recorded; nothing was written.`,
    why: `${reason}.`,
    fix,
  });
}

const NOTHING: LeftOut = { name: 'Nothing', api: '', reason: 'there is no request to send', fix: 'use --api.' };
