import { ConnectorTestError } from '../errors';
import { isThenable } from './checks/thenable';
import { printValue, typePhrase } from './values/print';

/** What a check returned, if it is a boolean; throws otherwise: a promise or a `1` is neither yes nor no. */
export function verdictOf(returned: unknown): boolean {
  if (typeof returned === 'boolean') return returned;
  throw new ConnectorTestError('INVALID_PREDICATE_ARGUMENT', returnedProblem(returned));
}

function returnedProblem(returned: unknown): { what: string; why: string; fix: string } {
  const why = 'A check must return true or false.';
  if (isThenable(returned)) {
    // Nobody will await it: without a handler its rejection would end the process.
    Promise.resolve(returned).catch(() => undefined);
    return { what: 'The check returned a promise.', why, fix: 'do the asynchronous work before, and check its value.' };
  }
  const fix = 'return a boolean; a factory such as `exists` is called: `exists()`.';
  return { what: `The check returned ${returnedText(returned)}.`, why, fix };
}

function returnedText(returned: unknown): string {
  if (returned === undefined) return 'nothing';
  if (returned === null) return 'null';
  if (typeof returned === 'function') return `${typePhrase(returned)} (are its parentheses missing?)`;
  return `${typePhrase(returned)}, ${printValue(returned, { maxLength: 100 })}`;
}
