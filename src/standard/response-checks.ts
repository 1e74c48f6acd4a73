import { anyOf, between, custom, equals, isNone, isNotEmpty, lessThan, optional } from '../assertions';
import type { Check } from '../assertions/checks/check';
import { PreparedChecks } from '../assertions/prepared-checks';
import type { Json } from '../json/json';
import { isRecord } from '../validation/shape';

/** Checks by path. */
export type Checks = Readonly<Record<string, Check<Json>>>;

/** The app says that the request is at fault. */
export function clientError(): Checks {
  return { '$http.status': between(400, 499) };
}

/** The app says so, and nothing in the response says the opposite. */
export function refused(): Checks {
  return { ...clientError(), '': custom(isNotSuccessful, 'a response without `success: true`') };
}

/** The app accepts a login. */
export function loggedIn(): Checks {
  return {
    success: equals(true),
    '$http.status': equals(200),
    // Old servers have no `data`.
    data: anyOf(isNone(), isNotEmpty()),
    'data.status': optional(equals('success')),
  };
}

/** The app accepts a login or refuses it. */
export function loggedInOrRefused(): Checks {
  const either = [loggedIn(), refused()].map((checks) => new PreparedChecks(checks));
  return {
    // Only together do status and body say which of the two a response is.
    $http: custom(
      ($http: Json) => either.some((checks) => checks.allPass({ body: $http.body, roots: { $http } })),
      'a login that was accepted with status 200 or refused with a status from 400 to 499',
    ),
  };
}

/** The app may accept the request or not, but must cope with it. */
export function coped(): Checks {
  return { '$http.status': lessThan(500) };
}

function isNotSuccessful(body: Json): boolean {
  const fields: unknown = body;
  if (!isRecord(fields)) return true;
  const { success, data } = fields;
  // Servers before 3.2 return 200 for a refused login.
  return success !== true && !(isRecord(data) && data['status'] === 'success');
}
