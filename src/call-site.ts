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
