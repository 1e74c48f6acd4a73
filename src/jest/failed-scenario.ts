import { isConnectorTestError, isErrorLike } from '../errors';
import { redactText } from '../redaction/process-redactor';
import { firstLine } from '../report/cause';

/** What the end of a run says of a failed scenario; an error's own fields reach reporters, from workers as JSON. */
export interface FailedScenario {
  /** In one line. */
  readonly why: string;
  /** Its stack line. */
  readonly frame?: string | undefined;
}

const FIELD = 'failedScenario';

/**
 * Marks what the test of a scenario throws, with the stack line of the scenario. The first mark stays, and what can't be
 * marked, such as a string, is passed on as it is.
 */
export function markFailed(thrown: unknown, frame: string | undefined): unknown {
  if (!isErrorLike(thrown) || FIELD in thrown) return thrown;
  Reflect.defineProperty(thrown, FIELD, {
    value: { why: redactText(whyOf(thrown)), frame },
    enumerable: true,
    configurable: true,
  });
  return thrown;
}

/** What a failed test's errors, as Jest hands them to reporters, say of its scenario; `undefined` if it was none. */
export function failedScenarioOf(details: readonly unknown[] = []): FailedScenario | undefined {
  const marked = details.find((detail) => typeof detail === 'object' && detail !== null && FIELD in detail);
  return (marked as { readonly [FIELD]?: FailedScenario } | undefined)?.[FIELD];
}

function whyOf(thrown: Error): string {
  if (!isConnectorTestError(thrown)) return firstLine(String(thrown.message));
  const { code, what, why } = thrown;
  return code === 'SCENARIO_FAILED' && why !== undefined ? why : `[${code}] ${firstLine(what)}`;
}
