/** Remembers where a function was called. */
export interface CallSite {
  /** The stack line, such as `    at Object.<anonymous> (/app/scenarios.ts:12:22)`; `undefined` if there is none. */
  readonly frame: string | undefined;
}

/**
 * Captures the stack frame that called `callee`.
 *
 * `frame` is a getter, because reading a stack takes ten times as long as capturing it (it is mapped through source maps).
 */
export function captureCallSite(callee: (...args: never[]) => unknown): CallSite {
  const site = new CapturedSite();
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(site, callee);
  Error.stackTraceLimit = limit;
  return site;
}

/** One object per call site, because a suite has one per predicate. */
class CapturedSite implements CallSite {
  /** Set by `Error.captureStackTrace`. */
  declare readonly stack?: string;

  get frame(): string | undefined {
    return String(this.stack ?? '')
      .split('\n')
      .find((line) => /^\s+at /.test(line));
  }
}

/** A place in the generated code, before source maps; lines and columns start at 1. */
export interface GeneratedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly isGenerated: true;
}

/** Where `callee` was called, without source maps: Jest takes 10 ms to load the first one. */
export function generatedCallPlace(callee: (...args: never[]) => unknown): GeneratedPlace | undefined {
  const holder: { stack?: unknown } = {};
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  Error.prepareStackTrace = (_error, sites) => sites[0];
  Error.captureStackTrace(holder, callee);
  const site = holder.stack as NodeJS.CallSite | undefined;
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  const file = site?.getFileName();
  const [line, column] = [site?.getLineNumber(), site?.getColumnNumber()];
  return file && line && column ? { file: file.replace(/^file:\/\//, ''), line, column, isGenerated: true } : undefined;
}
