import { format, inspect, type InspectOptions } from 'node:util';
import { runInThisContext } from 'node:vm';

type Write = (...args: unknown[]) => void;
type Clean = (args: unknown[], redaction: ConsoleRedaction) => unknown[];

/** Removes secrets from console output. */
export interface ConsoleRedaction {
  text(text: string): string;
  /** The value, or a copy without secrets that prints in the same way. */
  printableCopy(value: unknown): unknown;
}

/** All methods that write, and how the arguments of each are redacted. */
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

/** The methods of a console that write. */
export type WritingConsole = Record<string, Write>;

/**
 * Makes `console` redact everything that it writes. Values without secrets are passed on unchanged.
 *
 * Jest prints the line that called `console.log` and skips Node's internal frames. The wrapper's frame imitates one of
 * these, so that Jest prints the user's line.
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

/** Jest's `console.assert` takes a single message and doesn't format it. */
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

/** A value that is shown after a label. */
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
