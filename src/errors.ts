import { resolve, sep } from 'node:path';
import { redactText } from './redaction/process-redactor';
import { JEST_INDENT, MOST_COLUMNS, wrapLines } from './wrap-lines';

/** Every code that an error of this package can have; docs/reference/errors.md has one heading for each. */
export const ERROR_CODES = [
  'BASELINE_INVALID',
  'BASELINE_MISSING',
  'COMMAND_NOT_FOUND',
  'CONTRACT_DRIFTED',
  'CONTRACT_INVALID',
  'CONTRACT_MISSING',
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
  'NOT_RECORDED',
  'OUTPUT_MISSING',
  'OUTPUT_UNREADABLE',
  'PLATFORM_NOT_SUPPORTED',
  'PORT_IN_USE',
  'REPORTS_NOT_MERGED',
  'REPORT_MISSING',
  'REPORT_NOT_WRITTEN',
  'REPORT_UNREADABLE',
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

/** The page with a heading for each code, as seen from a user's project. */
const ERRORS_PAGE = 'node_modules/jest-connector/docs/reference/errors.md';
const POINTER = /\n+ *See: node_modules\/jest-connector\/docs\/reference\/errors\.md#\w+/g;

/** What Jest, the report of a scenario and the label leave of the columns of a reason and a fix. */
const DETAIL_COLUMNS = MOST_COLUMNS - JEST_INDENT - 9;

/** The parts of an error's message. */
export interface ErrorText {
  /** What failed, in one sentence. */
  readonly what: string;
  /** Why it failed, as far as known; may have several lines. */
  readonly why?: string | undefined;
  /** How to fix it, as an imperative; may have several lines. */
  readonly fix?: string | undefined;
}

/**
 * The only error class that this package throws: a code, and what failed, why, and how to fix it.
 *
 * @example
 * ConnectorTestError [SERVER_UNREACHABLE]: Could not reach the app server at http://localhost:8000.
 *
 *   Why: GET /server/health was refused (ECONNREFUSED 127.0.0.1:8000) for 5000 ms.
 *   Fix: start the app server, or set `app` in `globals.connector` to have it started;
 *        if it listens elsewhere, set `serverHost`.
 *   See: node_modules/jest-connector/docs/reference/errors.md#server_unreachable
 */
export class ConnectorTestError extends Error {
  readonly code: ErrorCode;
  readonly what: string;
  readonly why: string | undefined;
  readonly fix: string | undefined;

  constructor(code: ErrorCode, { what, why, fix }: ErrorText) {
    const text = { what: redactText(what), why: why && redactText(why), fix: fix && redactText(fix) };
    super(errorMessage(code, text));
    this.code = code;
    this.what = text.what;
    this.why = text.why;
    this.fix = text.fix;
    Object.defineProperty(this, 'name', { value: `ConnectorTestError [${code}]`, configurable: true });
    // The first line of the stack was written before the name was set.
    Error.captureStackTrace(this, new.target);
    this.stack = withoutOwnFrames(this.stack);
  }
}

/** Removes our own frames, so that Jest shows the line of the test; in a workspace it would show our code instead. */
export function withoutOwnFrames(stack = ''): string {
  const own = [`${__dirname}${sep}`, `${resolve(__dirname, '../matchers')}${sep}`];
  // A step of one of our generators has no file name.
  const isOwn = (line: string): boolean =>
    own.some((folder) => line.includes(folder)) || /\.next \(<anonymous>\)$/.test(line);
  return stack
    .split('\n')
    .filter((line) => !/^\s+at /.test(line) || !isOwn(line))
    .join('\n');
}

function errorMessage(code: ErrorCode, { what, why, fix }: ErrorText): string {
  const details = [why && labelled('Why', why), fix && labelled('Fix', fix)].filter(Boolean);
  const message = details.length === 0 ? what : `${what}\n\n${details.join('\n')}`;
  // The report of a failed scenario explains itself; an error in it has its own pointer. A one-line error that refers
  // to another test stays one line.
  if (code === 'SCENARIO_FAILED' || details.length === 0) return message;
  return `${withoutPointer(message)}\n  See: ${ERRORS_PAGE}#${code.toLowerCase()}`;
}

/** A message without references to the documentation, for use inside another message. */
export function withoutPointer(message: string): string {
  return message.replace(POINTER, '');
}

function labelled(label: string, text: string): string {
  return `  ${label}: ${wrapLines(text, { columns: DETAIL_COLUMNS, indent: ' '.repeat(label.length + 4) })}`;
}

/** Whether `value` is an error of this package, from any copy or realm. */
export function isConnectorTestError(value: unknown): value is ConnectorTestError {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false;
  return (ERROR_CODES as readonly unknown[]).includes(value.code) && 'what' in value;
}

/** Whether `value` looks like an error; `instanceof Error` fails for an error of another realm. */
export function isErrorLike(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && 'name' in value;
}

/** Replaces the stack of `error`, whose own frames would only show the inside of Jest or of this package. */
export function withFrames<Thrown extends Error>(error: Thrown, frames: readonly string[] = []): Thrown {
  error.stack = [`${error.name}: ${error.message}`, ...frames].join('\n');
  return error;
}

/** The stack lines of an error, without its message and without our own frames. */
export function stackFrames({ stack }: Error): string[] {
  return withoutOwnFrames(stack)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
}
