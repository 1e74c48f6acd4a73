import { isRecord } from '../../validation/shape';

type JsonObject = Readonly<Record<string, unknown>>;

/** One check of a preflight, merged from all places of the response that mention it. */
export interface PreflightCheck {
  readonly name: string;
  /** `undefined` if the response doesn't report it, or reports both. */
  readonly passed: boolean | undefined;
  /** The server's message, and its advice. */
  readonly message: string;
}

/** The result of a preflight, whatever format the server uses. */
export interface Preflight {
  /** All statuses in the response: `preflight.status`, `data.status`; otherwise the one in `Preflight check <status>`. */
  readonly statuses: readonly string[];
  readonly checks: readonly PreflightCheck[];
  /** The handler crashed, so the server's verdict is about an error of the app, not about the configuration. */
  readonly crashed: boolean;
  /** The envelope's `success`. */
  readonly success: unknown;
  /** Only known for an `ApiResponse`. */
  readonly httpStatus: number | undefined;
}

/** The statuses that servers report. */
export const PREFLIGHT_STATUSES: readonly unknown[] = ['ready', 'not_ready', 'partial'];
const STATUS_IN_MESSAGE = /^Preflight check (ready|not_ready|partial)$/;

/**
 * The preflight in the body of a response; `undefined` if the response is from another API, or an error.
 *
 * @param httpStatus Its status, if it is known.
 */
export function readPreflightBody(received: unknown, httpStatus?: number): Preflight | undefined {
  const body = objectOf(received);
  const statuses = findStatuses(body);
  const checks = findChecks(body);
  if (statuses.length === 0 && checks.length === 0) return undefined;

  const crashed = body['detail'] === 'Internal server error';
  return { statuses, checks, crashed, success: body['success'], httpStatus };
}

/** The check with that name. The case of the first letter doesn't matter: in `data` the server uses lower case. */
export function findCheck(preflight: Preflight, name: string): PreflightCheck | undefined {
  return preflight.checks.find((check) => sharedName(check.name) === sharedName(name));
}

function findStatuses(body: JsonObject): string[] {
  const data = objectOf(body['data']);
  const statuses = [objectOf(body['preflight'])['status']];
  // Other responses have a `data.status` too: `success` for auth, `RUNNING` for a workflow.
  if (Array.isArray(data['checks']) || PREFLIGHT_STATUSES.includes(data['status'])) statuses.push(data['status']);
  const named = statuses.filter((status) => typeof status === 'string');
  return named.length > 0 ? named : (STATUS_IN_MESSAGE.exec(String(body['message']))?.slice(1) ?? []);
}

function findChecks(body: JsonObject): PreflightCheck[] {
  const data = objectOf(body['data']);
  const found = [
    ...listedChecks(objectOf(body['preflight'])['checks']),
    ...listedChecks(data['checks']),
    ...keyedChecks(data),
  ];
  const byName = new Map<string, PreflightCheck>();
  for (const check of found) {
    const other = byName.get(sharedName(check.name));
    byName.set(sharedName(check.name), other ? merged(other, check) : check);
  }
  return [...byName.values()];
}

/** `checks: [{ name, passed, message }]` of `preflight`, and of `data` of older servers. */
function listedChecks(checks: unknown): PreflightCheck[] {
  if (!Array.isArray(checks)) return [];
  return checks.map((item, index) => {
    const { name, passed, message, suggested_action: advice } = objectOf(item);
    return {
      name: typeof name === 'string' ? name : `#${index}`,
      passed: typeof passed === 'boolean' ? passed : undefined,
      message: [message, advice].filter((text) => typeof text === 'string' && text !== '').join('; '),
    };
  });
}

/** `data: { <name>: { success, message, successMessage, failureMessage } }`. */
function keyedChecks(data: JsonObject): PreflightCheck[] {
  return Object.entries(data)
    .filter(
      ([, value]) => isRecord(value) && 'success' in value && ('successMessage' in value || 'failureMessage' in value),
    )
    .map(([name, value]) => {
      const { success, message } = objectOf(value);
      return {
        name,
        passed: typeof success === 'boolean' ? success : undefined,
        message: typeof message === 'string' ? message : '',
      };
    });
}

/** Two places, or two checks with the same name: whatever differs is unknown. */
function merged(one: PreflightCheck, other: PreflightCheck): PreflightCheck {
  if (one.passed === other.passed) return one;
  return { name: one.name, passed: undefined, message: 'the response reports both that it passed and that it failed' };
}

/** The name that all places of a check share: in `data`, servers use lower case for the first letter. */
export function sharedName(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function objectOf(value: unknown): JsonObject {
  return isRecord(value) ? value : {};
}
