import { ConnectorTestError } from '../errors';
import { isThenable } from './checks/thenable';
import { printValue, typePhrase } from './values/print';

/** The result of a check, if it is a boolean. Throws otherwise: a promise or a `1` is not a valid result. */
export function verdictOf(returned: unknown): boolean {
  if (typeof returned === 'boolean') return returned;
  throw new ConnectorTestError('INVALID_PREDICATE_ARGUMENT', returnedProblem(returned));
}

function returnedProblem(returned: unknown): { what: string; why: string; fix: string } {
  const why = 'A check must return true or false.';
  if (isThenable(returned)) {
    // It is never awaited: without a handler, its rejection would end the process.
    Promise.resolve(returned).catch(() => undefined);
    return { what: 'The check returned a promise.', why, fix: 'do the asynchronous work first, and check its result.' };
  }
  const fix = 'return a boolean; call a factory such as `exists`: `exists()`.';
  return { what: `The check returned ${returnedText(returned)}.`, why, fix };
}

function returnedText(returned: unknown): string {
  if (returned === undefined) return 'nothing';
  if (returned === null) return 'null';
  if (typeof returned === 'function') return `${typePhrase(returned)} (are its parentheses missing?)`;
  return `${typePhrase(returned)}, ${printValue(returned, { maxLength: 100 })}`;
}
