import { isConnectorTestError } from './errors';
import { redactText, redactValue } from './redaction/process-redactor';

/** What was copied, by the original: errors may refer to each other in circles. */
type Copies = Map<object, unknown>;

/**
 * An error of the user's code as Jest may print it. One that holds a secret, in its text, its causes, its `errors` or
 * its fields (those of an `AxiosError` are the whole request), is replaced by one with its name, message, stack, cause
 * and errors only, without secrets.
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
    // A proxy, or a getter of its own: what cannot be read cannot be cleaned.
    return new Error('An error was thrown that cannot be read.');
  }
}

/** A symbol is printed with its description, a function with its name; Jest's workers cannot hand over a bigint. */
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
    // As an error's own: JSON and a printer's list of fields leave them out.
    Object.defineProperty(copy, field, { value, configurable: true, writable: true });
  }
  return copy;
}
