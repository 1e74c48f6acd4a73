/** A line of a log. */
export interface LogLine {
  /** When it was written, in milliseconds since 1970. */
  readonly time: number;
  readonly text: string;
}

/** A request whose failure a log may explain. */
export interface LoggedRequest {
  /** From its sending to its response, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Such as `/workflows/v1/auth`. */
  readonly path: string;
  /** `undefined` without a response. */
  readonly status: number | undefined;
}

/** The first line of a part of a log, and the one after its last. */
export type LogPart = readonly [from: number, to: number];

/** Between a traceback and the line about its request there may be a line such as "Exception in ASGI application". */
const BESIDE = 3;
const AFTER_RESPONSE_MS = 100;

const PYTHON = /Traceback \(most recent call last\):/;
const PYTHON_GOES_ON = /^(?:\s|$|[|+])/;
const PYTHON_CHAIN = /^(?:During handling of the above exception|The above exception was the direct cause)/;
const STACK_LINE = /^\s+at \S/;
const STACK_GOES_ON = /^\s+(?:at |\.{3} \d+ more|\[?cause)|^Caused by: /;

/**
 * Finds the traceback that belongs to a request: of those written while it ran, the one beside the access log's line
 * with its path and status, else the first.
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

/** To the line with the exception, and on to those that it was raised from or handled in. */
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

/** The message before the first `at …`, and all of them. */
function stackPart(lines: readonly LogLine[], start: number): LogPart | undefined {
  if (STACK_LINE.test(textAt(lines, start)) || !STACK_LINE.test(textAt(lines, start + 1))) return undefined;
  let end = start + 1;
  while (end < lines.length && STACK_GOES_ON.test(textAt(lines, end))) end += 1;
  return [start, end];
}

function textAt(lines: readonly LogLine[], index: number): string {
  return lines[index]?.text ?? '';
}
