import { format, inspect } from 'node:util';
import { runInThisContext } from 'node:vm';

type Write = (...args: unknown[]) => void;
type Clean = (args: unknown[], redact: (text: string) => string) => unknown[];

/** The methods that write, and how each one's arguments are cleaned; `table` and the others write through these. */
const METHODS: Readonly<Record<string, Clean>> = {
  assert: ([condition, ...message], redact) => [condition, ...cleanMessage(message, redact)],
  debug: cleanMessage,
  dir: ([value, options], redact) => {
    const redacted = redact(inspect(value));
    return redacted === inspect(value) ? [value, options] : [redacted];
  },
  error: cleanMessage,
  group: cleanMessage,
  groupCollapsed: cleanMessage,
  info: cleanMessage,
  log: cleanMessage,
  trace: cleanMessage,
  warn: cleanMessage,
};

/** The part of a console that writes. */
export type WritingConsole = Record<string, Write>;

/**
 * Makes `console` write only what `redact` lets through. What holds no secret is passed on as it was.
 *
 * Jest prints the line that called `console.log`, and leaves out frames of Node's own: the function that stands between
 * is made to look like one of these, so that the line is the user's.
 */
export function redactConsole(console: WritingConsole, redact: (text: string) => string): void {
  const wrap = runInThisContext('(write, clean) => (...args) => write(...clean(args))', {
    filename: 'node:internal/jest-connector',
  }) as (write: Write, clean: (args: unknown[]) => unknown[]) => Write;

  for (const [method, clean] of Object.entries(METHODS)) {
    const write = console[method];
    if (write) console[method] = wrap(write.bind(console), (args) => clean(args, redact));
  }
}

function cleanMessage(args: unknown[], redact: (text: string) => string): unknown[] {
  const text = format(...args);
  const redacted = redact(text);
  return redacted === text ? args : ['%s', redacted];
}
