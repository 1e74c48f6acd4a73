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
 * The error for a matcher that was used wrongly, in the form of Jest's own. It is thrown, not returned, so that it fails
 * under `.not` as well, and its stack starts at the caller.
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

/** What holds for every matcher: the received value is no promise, and there are no arguments left over. */
export function requireUse(
  context: MatcherContext,
  call: MatcherCall,
  received: unknown,
  excess: readonly unknown[],
): void {
  if (isThenable(received)) {
    // Its failure would end the whole run, when nobody knows any more whose it is.
    received.then(undefined, () => undefined);
    const use = `${call.matcher.name}(${call.parameters.length === 0 ? '' : '…'})`;
    throw misuse(context, call, {
      what: 'the received value is a promise.',
      why: 'did you forget `await`? A promise has no answer yet.',
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
    why: `it was given also: ${excess.map((value) => utils.stringify(value)).join(', ')}`,
    fix: 'remove what is too much; to look at the value behind a path use toSatisfyPath(path, check).',
  };
}

/** Throws unless `path` is one. */
export function requirePath(context: MatcherContext, call: MatcherCall, path: unknown): asserts path is string {
  const problem = pathProblem(path);
  if (problem === undefined) return;
  throw misuse(context, call, {
    what: '`path` is not a path.',
    why: `${problem}; it was ${context.utils.stringify(path)}.`,
    fix: 'keys with dots between them, such as "data.checks.0.passed"; "" is the whole answer.',
  });
}

/** Throws unless `check` is one; `name` says which. */
export function requireCheck(context: MatcherContext, call: MatcherCall, check: unknown, name = '`check`'): void {
  const problem = checkProblem(check);
  if (problem === undefined) return;
  throw misuse(context, call, {
    what: `${name} is not a check.`,
    why: problem,
    fix: 'a predicate such as equals("ready") or exists(), a function value => boolean, a plain value, or an asymmetric matcher.',
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
      why: `it was ${context.utils.stringify(checks)}.`,
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

/** All of them, as a scenario reports its problems. */
function wrongChecksMisuse(wrong: readonly (readonly [path: string, check: unknown])[]): Misuse {
  const lines = wrong.map(
    ([path, check]) => `at ${JSON.stringify(path)}: ${String(pathProblem(path) ?? checkProblem(check))}`,
  );
  return { what: `${wrong.length} of the checks are wrong.`, why: lines.join('\n'), fix: 'correct each of them.' };
}

/** Throws unless `status` is an HTTP status. */
export function requireStatus(context: MatcherContext, call: MatcherCall, status: unknown): asserts status is number {
  if (typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599) return;
  throw misuse(context, call, {
    what: '`status` must be an HTTP status, a whole number from 100 to 599.',
    why: `it was ${context.utils.stringify(status)}.`,
    fix: "toHaveHttpStatus(200); for a range: toSatisfyPath('$http.status', between(200, 299))",
  });
}

/** Throws unless `name` is the name of a check of a preflight. */
export function requireName(context: MatcherContext, call: MatcherCall, name: unknown): asserts name is string {
  if (typeof name === 'string' && name !== '') return;
  throw misuse(context, call, {
    what: '`name` must be the name of a check, a string that is not empty.',
    why: `it was ${context.utils.stringify(name)}.`,
    fix: `${call.matcher.name}('databasesCheck')`,
  });
}
