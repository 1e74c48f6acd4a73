/** Remembers where a function was called; the text is made only when it is read. */
export interface CallSite {
  /** The line of the stack, such as `    at Object.<anonymous> (/app/scenarios.ts:12:22)`; `undefined` if there is none. */
  readonly frame: string | undefined;
}

/**
 * Captures the one frame that called `callee`.
 *
 * Reading a stack costs ten times what capturing it does (and maps it through source maps), so `frame` is a getter.
 */
export function captureCallSite(callee: (...args: never[]) => unknown): CallSite {
  const holder: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(holder, callee);
  Error.stackTraceLimit = limit;
  return {
    get frame() {
      return String(holder.stack ?? '')
        .split('\n')
        .find((line) => /^\s+at /.test(line));
    },
  };
}

/** A place in code as it runs, before source maps; lines and columns from 1. */
export interface GeneratedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly isGenerated: true;
}

/** Where `callee` was called, without a look into source maps: Jest takes 10 ms to load the first. */
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
