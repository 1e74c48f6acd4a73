import type { CheckOutcome } from '../../assertions/outcome';
import { areStructures } from '../../assertions/values/walk-differences';
import { defined } from '../../defined';
import { redactedStart } from '../../redaction/process-redactor';
import type {
  ErrorRecord,
  ExchangeRecord,
  RequestRecord,
  ResponseRecord,
  ScenarioResult,
  WorkflowRecord,
} from '../../runner/scenario-result';
import { CHECKS_SHOWN, failedChecks } from '../failed-checks';
import { cutAlike, cutText, cutValue } from './cut-value';
import { differencesOf } from './differences';
import { focusOf } from './focus';
import { isSmallJson } from './small-json';

/** More than is shown, so that later steps can choose. A secret that a cut would split is redacted first. */
const BODY = { lines: 300, characters: 20_000, start: redactedStart };
const VALUE = { lines: 100, characters: 6_000, start: redactedStart, keepAccepted: true };
const MINOR_VALUE = { lines: 20, characters: 600, start: redactedStart };
const TEXT = 10_000;
const HEADER = 1_000;
const WORDS = 3_000;

/**
 * The result with its bodies and values cut to what a report can show, so that redaction doesn't have to process 50 MB.
 * The parts that failed checks refer to are kept. Omitted parts are marked, and counted when they are shown.
 */
export function pruneResult(result: ScenarioResult): ScenarioResult {
  const failed = failedChecks(result).slice(0, CHECKS_SHOWN);
  const shown = new Set(failed);
  const { request, response, error, serverLog, given, workflow, tries } = result;
  return {
    ...result,
    ...(request && { request: pruneRequest(request) }),
    ...(response && { response: pruneResponse(response, failed) }),
    ...(error && { error: pruneError(error) }),
    ...(tries && { tries: cutValue(tries, VALUE) as typeof tries }),
    ...(workflow && { workflow: pruneWorkflow(workflow) }),
    ...(serverLog && { serverLog: serverLog.map((line) => short(line, HEADER)) }),
    ...(given && { given: cutValue(given, VALUE) as Record<string, unknown> }),
    outcomes: result.outcomes.map((outcome) => pruneOutcome(outcome, shown.has(outcome))),
  };
}

/** The same for a request of a test written by hand. */
export function pruneExchange(exchange: ExchangeRecord): ExchangeRecord {
  const { request, response, error } = exchange;
  return {
    ...exchange,
    request: pruneRequest(request),
    ...(response && { response: pruneResponse(response, []) }),
    ...(error && { error: pruneError(error) }),
  };
}

function pruneError(error: ErrorRecord): ErrorRecord {
  const { message, why } = error;
  return { ...error, message: short(message), ...defined({ why: why === undefined ? undefined : short(why) }) };
}

function pruneWorkflow(workflow: WorkflowRecord): WorkflowRecord {
  const { why, error, unread } = workflow;
  const texts = Object.entries({ why, error, unread }).filter(([, text]) => text !== undefined);
  return {
    ...workflow,
    ...Object.fromEntries(texts.map(([name, text]) => [name, short(text as string, WORDS)])),
    ...('result' in workflow ? { result: cutValue(workflow.result, MINOR_VALUE) } : {}),
  };
}

function pruneRequest(request: RequestRecord): RequestRecord {
  const { url, headers, body } = request;
  const pruned = { ...request, url: short(url), headers: pruneHeaders(headers) };
  if (body !== undefined) pruned.body = pruneBody(body, []);
  return pruned;
}

function pruneResponse(response: ResponseRecord, failed: readonly CheckOutcome[]): ResponseRecord {
  return { ...response, headers: pruneHeaders(response.headers), body: pruneBody(response.body, failed) };
}

function pruneBody(body: unknown, failed: readonly CheckOutcome[]): unknown {
  if (typeof body === 'string') return short(body);
  return isSmallJson(body, BODY) ? body : cutValue(body, BODY, focusOf(failed));
}

function pruneHeaders<Headers extends RequestRecord['headers']>(headers: Headers): Headers {
  if (hasShortFields(headers, HEADER)) return headers;
  const pruned = Object.entries(headers).map(([name, value]: [string, string | readonly string[]]) => [
    name,
    Array.isArray(value) ? value.map((item: string) => short(item, HEADER)) : short(String(value), HEADER),
  ]);
  return Object.fromEntries(pruned) as Headers;
}

/** Whether all fields are surely within any limit, which those of a passed scenario mostly are. */
function hasShortFields(fields: object, length: number): boolean {
  for (const name of Object.keys(fields)) {
    const value: unknown = (fields as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'string' ? value.length > length : typeof value === 'object' && value !== null) return false;
  }
  return true;
}

function pruneOutcome(outcome: CheckOutcome, isShown: boolean): CheckOutcome {
  // Not copied: what a passed check expected is formatted each time it is read, but a copy takes longer than that.
  if (hasShortFields(outcome, MINOR_VALUE.characters)) return outcome;
  const words = Object.entries(outcome).map(([field, value]: [string, unknown]) => [
    field,
    typeof value === 'string' && field !== 'location' ? short(value, WORDS) : value,
  ]);
  return { ...(Object.fromEntries(words) as CheckOutcome), ...prunedValues(outcome, isShown) };
}

function prunedValues(outcome: CheckOutcome, isShown: boolean): Pick<CheckOutcome, 'received' | 'expectedValue'> {
  const { received, expectedValue } = outcome;
  if (isShown && areStructures(received, expectedValue)) {
    const [left, right] = cutAlike([received, expectedValue], VALUE, differencesOf(received, expectedValue));
    return { received: left, expectedValue: right };
  }
  const budget = isShown ? VALUE : MINOR_VALUE;
  return {
    ...('received' in outcome ? { received: pruneValue(received, budget) } : {}),
    ...('expectedValue' in outcome ? { expectedValue: pruneValue(expectedValue, budget) } : {}),
  };
}

function pruneValue(value: unknown, budget: typeof MINOR_VALUE): unknown {
  return value === undefined || isSmallJson(value, budget) ? value : cutValue(value, budget);
}

function short(text: string, length = TEXT): string {
  return cutText(String(text), length, redactedStart);
}
