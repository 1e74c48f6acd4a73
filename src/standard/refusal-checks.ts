import { between, custom, lessThan } from '../assertions';
import type { Check } from '../assertions/checks/check';
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
