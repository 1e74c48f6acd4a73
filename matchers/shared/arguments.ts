import type { MatcherContext } from 'expect';
import { checkProblem } from '../../src/assertions/checks/check-problem';
import { isThenable } from '../../src/assertions/checks/thenable';
import { pathProblem } from '../../src/assertions/paths/path-text';
import { ConnectorTestError } from '../../src/errors';
import { isRecord } from '../../src/validation/shape';
import { type MatcherCall, matcherHeader } from './message';

interface Misuse {
  /** Completes "Matcher error: …". */
  readonly what: string;
  readonly why?: string | undefined;
  readonly fix?: string | undefined;
}

/**
 * The error for invalid use of a matcher, in Jest's format. It is thrown, not returned, so that it also fails under `.not`;
 * its stack starts at the caller.
 */
export function misuse(context: MatcherContext, call: MatcherCall, { what, why, fix }: Misuse): ConnectorTestError {
  const header = matcherHeader(context, call);
  const error = new ConnectorTestError('INVALID_MATCHER_ARGUMENT', {
    what: `${header}\n\nMatcher error: ${what}`,
    why,
    fix,
  });
  Error.captureStackTrace(error, call.matcher);
  return error;
}

/** Validates what all matchers require: the received value isn't a promise, and there are no extra arguments. */
export function requireUse(
  context: MatcherContext,
  call: MatcherCall,
  received: unknown,
  excess: readonly unknown[],
): void {
  if (isThenable(received)) {
    // Otherwise its rejection would end the whole run later, without a hint of its origin.
    received.then(undefined, () => undefined);
    const use = `${call.matcher.name}(${call.parameters.length === 0 ? '' : '…'})`;
    throw misuse(context, call, {
      what: 'the received value is a promise.',
      why: 'the promise was not awaited, so there is no response yet.',
      fix: `expect(await client.auth(…)).${use}, or await expect(client.auth(…)).resolves.${use}`,
    });
  }
  if (excess.length > 0) throw misuse(context, call, excessMisuse(context, call, excess));
}

function excessMisuse({ utils }: MatcherContext, { parameters }: MatcherCall, excess: readonly unknown[]): Misuse {
  const taken =
    parameters.length === 0 ? 'no argument' : parameters.map((name) => `\`${name}\``).join(' and ') + ' only';
  return {
    what: `this matcher takes ${taken}.`,
    why: `it also received ${excess.map((value) => utils.stringify(value)).join(', ')}`,
    fix: 'remove the extra arguments; to check the value at a path, use toSatisfyPath(path, check).',
  };
}

/** Throws unless `path` is a valid path. */
export function requirePath(context: MatcherContext, call: MatcherCall, path: unknown): asserts path is string {
  const problem = pathProblem(path);
  if (problem === undefined) return;
  throw misuse(context, call, {
    what: 'invalid `path`.',
    why: `${problem}; received ${context.utils.stringify(path)}.`,
    fix: 'use keys separated by dots, such as "data.checks.0.passed"; "" means the whole response.',
  });
}

/** Throws unless `check` is a valid check; `name` is its name in the message. */
export function requireCheck(context: MatcherContext, call: MatcherCall, check: unknown, name = '`check`'): void {
  const problem = checkProblem(check);
  if (problem === undefined) return;
  throw misuse(context, call, {
    what: `${name} isn't a valid check.`,
    why: problem,
    fix: 'use a predicate such as equals("ready") or exists(), a function value => boolean,\na plain value, or an asymmetric matcher.',
  });
}

/** Throws unless `checks` is `{ path: check }` with at least one path. */
export function requireChecks(
  context: MatcherContext,
  call: MatcherCall,
  checks: unknown,
): asserts checks is Record<string, unknown> {
  if (!isRecord(checks) || Object.keys(checks).length === 0) {
    throw misuse(context, call, {
      what: '`checks` must be an object with at least one path.',
      why: `received ${context.utils.stringify(checks)}.`,
      fix: "toSatisfyPaths({ success: equals(true), 'data.status': equals('ready') })",
    });
  }
  const wrong = Object.entries(checks).filter(
    ([path, check]) => (pathProblem(path) ?? checkProblem(check)) !== undefined,
  );
  if (wrong.length > 1) throw misuse(context, call, wrongChecksMisuse(wrong));
  for (const [path, check] of wrong) {
    requirePath(context, call, path);
    requireCheck(context, call, check, `the check at ${JSON.stringify(path)}`);
  }
}

/** Reports all invalid checks at once, like a scenario does. */
function wrongChecksMisuse(wrong: readonly (readonly [path: string, check: unknown])[]): Misuse {
  const lines = wrong.map(
    ([path, check]) => `at ${JSON.stringify(path)}: ${String(pathProblem(path) ?? checkProblem(check))}`,
  );
  return { what: `${wrong.length} checks are invalid.`, why: lines.join('\n'), fix: 'correct the checks above.' };
}

/** Throws unless `status` is an HTTP status. */
export function requireStatus(context: MatcherContext, call: MatcherCall, status: unknown): asserts status is number {
  if (typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599) return;
  throw misuse(context, call, {
    what: '`status` must be an HTTP status, a whole number from 100 to 599.',
    why: `received ${context.utils.stringify(status)}.`,
    fix: "write toHaveHttpStatus(200); for a range, toSatisfyPath('$http.status', between(200, 299))",
  });
}

/** Throws unless `name` is a possible name of a preflight check. */
export function requireName(context: MatcherContext, call: MatcherCall, name: unknown): asserts name is string {
  if (typeof name === 'string' && name !== '') return;
  throw misuse(context, call, {
    what: '`name` must be the name of a check, a non-empty string.',
    why: `received ${context.utils.stringify(name)}.`,
    fix: `${call.matcher.name}('databasesCheck')`,
  });
}
