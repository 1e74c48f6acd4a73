/** A line of a log. */
export interface LogLine {
  /** When it was written, in milliseconds since 1970. */
  readonly time: number;
  readonly text: string;
}

/** A request whose failure a log may explain. */
export interface LoggedRequest {
  /** From sending it to its response, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Such as `/workflows/v1/auth`. */
  readonly path: string;
  /** `undefined` if there was no response. */
  readonly status: number | undefined;
}

/** A range of log lines: its first line, and the line after its last. */
export type LogPart = readonly [from: number, to: number];

/** A line such as "Exception in ASGI application" may separate a traceback from the access-log line of its request. */
const BESIDE = 3;
const AFTER_RESPONSE_MS = 100;

const PYTHON = /Traceback \(most recent call last\):/;
const PYTHON_GOES_ON = /^(?:\s|$|[|+])/;
const PYTHON_CHAIN = /^(?:During handling of the above exception|The above exception was the direct cause)/;
const STACK_LINE = /^\s+at \S/;
const STACK_GOES_ON = /^\s+(?:at |\.{3} \d+ more|\[?cause)|^Caused by: /;

/**
 * Finds the traceback that belongs to a request. Of those written while it ran, it is the one next to the access-log line
 * with the request's path and status, otherwise the first.
 */
export function findTraceback(lines: readonly LogLine[], request: LoggedRequest): LogPart | undefined {
  const { from, to, path, status } = request;
  const meanwhile = tracebacks(lines).filter(([start]) => {
    const { time } = lines[start] as LogLine;
    return time >= Math.floor(from) && time <= to + AFTER_RESPONSE_MS;
  });
  const isAbout = ({ text }: LogLine): boolean =>
    status !== undefined && text.includes(path) && new RegExp(`\\b${status}\\b`).test(text);
  const places = lines.flatMap((line, index) => (isAbout(line) ? [index] : []));
  const isBeside = ([start, end]: LogPart): boolean =>
    places.some((place) => (place < start ? start - place : place - end + 1) <= BESIDE);
  return meanwhile.find(isBeside) ?? meanwhile[0];
}

/** The last traceback of a log. */
export function lastTraceback(lines: readonly LogLine[]): LogPart | undefined {
  return tracebacks(lines).at(-1);
}

/** All tracebacks of a log, one after the other. */
export function tracebacks(lines: readonly LogLine[]): LogPart[] {
  const parts: LogPart[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const part = pythonPart(lines, at) ?? stackPart(lines, at);
    if (part === undefined) continue;
    parts.push(part);
    at = part[1] - 1;
  }
  return parts;
}

/** The end of a traceback: the line with the exception, including chained tracebacks. */
function pythonPart(lines: readonly LogLine[], start: number): LogPart | undefined {
  if (!PYTHON.test(textAt(lines, start))) return undefined;
  let end = start + 1;
  while (end < lines.length && PYTHON_GOES_ON.test(textAt(lines, end))) end += 1;
  end = Math.min(end + 1, lines.length);
  return [start, chainedPart(lines, end)?.[1] ?? end];
}

function chainedPart(lines: readonly LogLine[], from: number): LogPart | undefined {
  let at = from;
  while (textAt(lines, at) === '' && at < lines.length) at += 1;
  if (!PYTHON_CHAIN.test(textAt(lines, at))) return undefined;
  do at += 1;
  while (textAt(lines, at) === '' && at < lines.length);
  return pythonPart(lines, at);
}

/** A Node stack: the message before the first `at …` line, and all of these lines. */
function stackPart(lines: readonly LogLine[], start: number): LogPart | undefined {
  if (STACK_LINE.test(textAt(lines, start)) || !STACK_LINE.test(textAt(lines, start + 1))) return undefined;
  let end = start + 1;
  while (end < lines.length && STACK_GOES_ON.test(textAt(lines, end))) end += 1;
  return [start, end];
}

function textAt(lines: readonly LogLine[], index: number): string {
  return lines[index]?.text ?? '';
}
