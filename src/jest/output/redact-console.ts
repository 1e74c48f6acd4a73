import { format, inspect, type InspectOptions } from 'node:util';
import { runInThisContext } from 'node:vm';

type Write = (...args: unknown[]) => void;
type Clean = (args: unknown[], redaction: ConsoleRedaction) => unknown[];

/** What takes the secrets out of what is written. */
export interface ConsoleRedaction {
  text(text: string): string;
  /** The value, or a copy without secrets that is printed in the same way. */
  printableCopy(value: unknown): unknown;
}

/** All methods that write, and how each one's arguments are cleaned. */
const METHODS: Readonly<Record<string, Clean>> = {
  assert: cleanAssertion,
  count: cleanLabel,
  countReset: cleanLabel,
  debug: cleanMessage,
  dir: cleanValue,
  dirxml: cleanMessage,
  error: cleanMessage,
  group: cleanMessage,
  groupCollapsed: cleanMessage,
  info: cleanMessage,
  log: cleanMessage,
  table: ([data, columns], { printableCopy }) => [printableCopy(data), columns],
  time: cleanLabel,
  timeEnd: cleanLabel,
  timeLog: cleanTimes,
  trace: cleanMessage,
  warn: cleanMessage,
};

/** The part of a console that writes. */
export type WritingConsole = Record<string, Write>;

/**
 * Makes `console` write only what `redaction` lets through. What holds no secret is passed on as it was.
 *
 * Jest prints the line that called `console.log`, and leaves out frames of Node's own: the function that stands between
 * is made to look like one of these, so that the line is the user's.
 */
export function redactConsole(console: WritingConsole, redaction: ConsoleRedaction): void {
  const wrap = runInThisContext('(write, clean) => (...args) => write(...clean(args))', {
    filename: 'node:internal/jest-connector',
  }) as (write: Write, clean: (args: unknown[]) => unknown[]) => Write;

  for (const [method, clean] of Object.entries(METHODS)) {
    const write = console[method];
    if (write) console[method] = wrap(write.bind(console), (args) => clean(args, redaction));
  }
}

function cleanMessage(args: unknown[], { text, printableCopy }: ConsoleRedaction): unknown[] {
  const shown = args.map((arg) => (typeof arg === 'string' ? arg : printableCopy(arg)));
  const message = format(...shown);
  const redacted = text(message);
  return redacted === message ? shown : ['%s', redacted];
}

/** Jest takes one message, and formats nothing. */
function cleanAssertion([condition, message, ...rest]: unknown[], redaction: ConsoleRedaction): unknown[] {
  return [condition, cleanShown(message, redaction), ...rest.map((value) => cleanShown(value, redaction))];
}

function cleanLabel(args: unknown[], { text }: ConsoleRedaction): unknown[] {
  const [label] = args;
  return typeof label === 'string' && text(label) !== label ? [text(label)] : args;
}

function cleanTimes([label, ...data]: unknown[], redaction: ConsoleRedaction): unknown[] {
  return [...cleanLabel([label], redaction), ...data.map((value) => cleanShown(value, redaction))];
}

/** A value that is shown behind a text. */
function cleanShown(value: unknown, { text, printableCopy }: ConsoleRedaction): unknown {
  if (typeof value === 'string') return text(value);
  const shown = printableCopy(value);
  const printed = inspect(shown);
  const redacted = text(printed);
  return redacted === printed ? shown : redacted;
}

function cleanValue([value, options]: unknown[], { text, printableCopy }: ConsoleRedaction): unknown[] {
  const shown = printableCopy(value);
  const printed = inspect(shown, (options ?? {}) as InspectOptions);
  const redacted = text(printed);
  return redacted === printed ? [shown, options] : [{ [inspect.custom]: () => redacted }];
}
