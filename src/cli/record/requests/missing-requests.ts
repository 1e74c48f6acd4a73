import { defaultName, PARTIAL_PREFLIGHT } from './plan-requests';
import type { PlannedRequest } from './planned-request';

/** The requests whose scenarios a file lacks, and the names of those that it has. */
export interface MissingRequests {
  readonly requests: readonly PlannedRequest[];
  readonly present: readonly string[];
}

/** Leaves out the requests whose scenarios are among the names, unless a missing scenario depends on them. */
export function missingRequests(
  planned: readonly PlannedRequest[],
  names: ReadonlyMap<string, unknown>,
): MissingRequests {
  const missing = planned.filter((request) => presentName(request, names) === undefined);
  const isNeeded = ({ name }: PlannedRequest): boolean => missing.some(({ needs }) => needs === name);
  const kept = planned.filter((request) => missing.includes(request) || isNeeded(request));
  const present = planned.filter((request) => !kept.includes(request));
  // The credentials are tried before they are sent any further.
  const login = present.find(({ name }) => name === defaultName('auth'));
  return {
    requests: kept.length === 0 || login === undefined ? kept : [{ ...login, isProbe: true }, ...kept],
    present: present.map((request) => presentName(request, names) ?? request.name),
  };
}

/** The name under which the file has its scenario. */
function presentName({ name }: PlannedRequest, names: ReadonlyMap<string, unknown>): string | undefined {
  const candidates = name === defaultName('preflight') ? [name, PARTIAL_PREFLIGHT] : [name];
  return candidates.find((each) => names.has(each));
}
