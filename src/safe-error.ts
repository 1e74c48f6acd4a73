import { isConnectorTestError } from './errors';
import { redactText, redactValue } from './redaction/process-redactor';

/** Copies by original, because errors may refer to each other in cycles. */
type Copies = Map<object, unknown>;

/**
 * Returns an error of the user's code in a form that Jest may print. If it contains a secret in its message, its
 * causes, its `errors` or its fields (an `AxiosError` contains the whole request), the result is a copy without secrets
 * that has only the name, message, stack, cause and errors.
 */
export function safeError(thrown: unknown): unknown {
  return safe(thrown, new Map());
}

function safe(thrown: unknown, copies: Copies): unknown {
  if (typeof thrown !== 'object' || thrown === null) return safePrimitive(thrown);
  if (isConnectorTestError(thrown)) return thrown;
  if (copies.has(thrown)) return copies.get(thrown);
  try {
    if (!('message' in thrown)) return JSON.parse(JSON.stringify(redactValue(thrown), digitsOf));
    return isHarmless(thrown as Error) ? thrown : copyOf(thrown as Error, copies);
  } catch {
    // A proxy or a getter may throw, and an error that can't be read can't be redacted.
    return new Error('An error was thrown, but it cannot be read.');
  }
}

/** Jest prints a symbol's description and a function's name, and its workers can't pass on a bigint. */
function safePrimitive(thrown: unknown): unknown {
  const text = String(thrown);
  const redacted = redactText(text);
  return redacted === text && typeof thrown !== 'bigint' ? thrown : redacted;
}

function isHarmless(error: Error): boolean {
  const { name, message, stack, cause } = error;
  const fields = { ...error };
  if ([...Object.values(fields), cause, Reflect.get(error, 'errors')].some(isNoJson)) return false;
  const text = [name, message, stack, cause].map(String).join('\n');
  const shown = redactValue(fields) as Record<string, unknown>;
  return redactText(text) === text && Object.entries(fields).every(([field, value]) => Object.is(shown[field], value));
}

function digitsOf(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

function isNoJson(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || ['function', 'bigint'].includes(typeof value);
}

function copyOf(error: Error, copies: Copies): Error {
  const { name, message, stack, cause } = error;
  const errors: unknown = Reflect.get(error, 'errors');
  const copy = new Error(redactText(String(message)));
  copies.set(error, copy);
  const hidden = {
    name: redactText(String(name)),
    stack: redactText(String(stack ?? `${name}: ${message}`)),
    ...(cause !== undefined && { cause: safe(cause, copies) }),
    ...(Array.isArray(errors) && { errors: errors.map((one) => safe(one, copies)) }),
  };
  for (const [field, value] of Object.entries(hidden)) {
    // Not enumerable, like an error's own properties, so that JSON and printers leave them out.
    Object.defineProperty(copy, field, { value, configurable: true, writable: true });
  }
  return copy;
}
