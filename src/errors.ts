import { resolve, sep } from 'node:path';
import { redactText } from './redaction/process-redactor';

/** Every code an error of this package can carry; the README's troubleshooting has one heading each. */
export const ERROR_CODES = [
  'BASELINE_INVALID',
  'BASELINE_MISSING',
  'COMMAND_NOT_FOUND',
  'GAVE_UP',
  'HOOK_TIMEOUT',
  'INTERRUPTED',
  'INVALID_ARGS',
  'INVALID_CONFIGURATION',
  'INVALID_JSON',
  'INVALID_MATCHER_ARGUMENT',
  'INVALID_OPTIONS',
  'INVALID_PREDICATE_ARGUMENT',
  'INVALID_SCENARIOS',
  'LAZY_FAILED',
  'MISSING_VARIABLES',
  'NEEDED_SCENARIO_FAILED',
  'NOTHING_CHECKED',
  'NOT_IN_JEST',
  'OUTPUT_MISSING',
  'OUTPUT_UNREADABLE',
  'PLATFORM_NOT_SUPPORTED',
  'PORT_IN_USE',
  'REQUEST_FAILED',
  'REQUEST_TIMEOUT',
  'RESPONSE_TOO_LARGE',
  'RESPONSE_UNREADABLE',
  'SCENARIO_FAILED',
  'SCENARIO_TIMEOUT',
  'SERVER_UNHEALTHY',
  'SERVER_UNREACHABLE',
  'SERVICE_EXITED',
  'SERVICE_NOT_READY',
  'SETUP_FAILED',
  'SETUP_NOT_RUN',
  'UNHANDLED_REJECTION',
  'UNKNOWN_NAME',
  'VAULT_FAILED',
  'WORKFLOW_LOST',
  'WORKFLOW_NOT_STARTED',
  'WORKFLOW_TIMEOUT',
  'WORKFLOW_UNEXPECTED_STATE',
] as const;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** The three sentences of an error. */
export interface ErrorText {
  /** What failed, one sentence. */
  readonly what: string;
  /** Why, as far as it can be known; may have several lines. */
  readonly why?: string | undefined;
  /** What to do about it; may have several lines. */
  readonly fix?: string | undefined;
}

/**
 * The one error this package throws: a code, and what failed, why, and what to do.
 *
 * @example
 * ConnectorTestError [SERVER_UNREACHABLE]: Could not reach the app server at http://localhost:8000.
 *
 *   Why: GET /server/health was refused (ECONNREFUSED 127.0.0.1:8000) for 5000 ms.
 *   Fix: start the app server, or set `serverHost` if it listens elsewhere.
 */
export class ConnectorTestError extends Error {
  readonly code: ErrorCode;
  readonly what: string;
  readonly why: string | undefined;
  readonly fix: string | undefined;

  constructor(code: ErrorCode, { what, why, fix }: ErrorText) {
    const text = { what: redactText(what), why: why && redactText(why), fix: fix && redactText(fix) };
    super(errorMessage(text));
    this.code = code;
    this.what = text.what;
    this.why = text.why;
    this.fix = text.fix;
    Object.defineProperty(this, 'name', { value: `ConnectorTestError [${code}]`, configurable: true });
    // The stack's first line was made before the name was known.
    Error.captureStackTrace(this, new.target);
    this.stack = withoutOwnFrames(this.stack);
  }
}

/** A person looks for the line of the test, not for ours; in a workspace Jest would show ours, with its code. */
function withoutOwnFrames(stack = ''): string {
  const own = [`${__dirname}${sep}`, `${resolve(__dirname, '../matchers')}${sep}`];
  // A step of a generator of ours names no file.
  const isOwn = (line: string): boolean =>
    own.some((folder) => line.includes(folder)) || /\.next \(<anonymous>\)$/.test(line);
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || !isOwn(line))
    .join('\n');
}

function errorMessage({ what, why, fix }: ErrorText): string {
  const details = [why && labelled('Why', why), fix && labelled('Fix', fix)].filter(Boolean);
  return details.length === 0 ? what : `${what}\n\n${details.join('\n')}`;
}

function labelled(label: string, text: string): string {
  return `  ${label}: ${text.split('\n').join('\n       ')}`;
}

/** Whether `value` is an error of this package, of whichever copy or realm. */
export function isConnectorTestError(value: unknown): value is ConnectorTestError {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false;
  return (ERROR_CODES as readonly unknown[]).includes(value.code) && 'what' in value;
}

/** Whether `value` has what an error has; an error of another realm is no `instanceof Error`. */
export function isErrorLike(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && 'name' in value;
}

/** `error` with these lines as its stack, where its own would show a person the inside of Jest or of this package. */
export function withFrames<Thrown extends Error>(error: Thrown, frames: readonly string[] = []): Thrown {
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n');
  return error;
}

/** The lines of an error's stack, without its message and without ours. */
export function stackFrames({ stack }: Error): string[] {
  return withoutOwnFrames(stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
}
