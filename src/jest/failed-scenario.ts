import { isConnectorTestError, isErrorLike } from '../errors';
import { redactText } from '../redaction/process-redactor';
import { firstLine, thrownLine } from '../report/cause';

/**
 * What the end of a run prints about a failed scenario. It is stored in fields of the error, which Jest passes to
 * reporters (as JSON from workers).
 */
export interface FailedScenario {
  /** The cause, in one line. */
  readonly why: string;
  /** Its stack line. */
  readonly frame?: string | undefined;
}

const FIELD = 'failedScenario';

/**
 * Adds the scenario's stack line to the error that its test throws. An existing mark is kept, and a value that can't be
 * marked, such as a string, is returned unchanged.
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

/** The failed scenario that a test's errors, as Jest passes them to reporters, are marked with; `undefined` without a mark. */
export function failedScenarioOf(details: readonly unknown[] = []): FailedScenario | undefined {
  const marked = details.find((detail) => typeof detail === 'object' && detail !== null && FIELD in detail);
  return (marked as { readonly [FIELD]?: FailedScenario } | undefined)?.[FIELD];
}

function whyOf(thrown: Error): string {
  if (!isConnectorTestError(thrown)) return thrownLine(String(thrown.message));
  const { code, what, why } = thrown;
  return code === 'SCENARIO_FAILED' && why !== undefined ? why : `[${code}] ${firstLine(what)}`;
}
