import type { LeftOut } from './left-out';
import { defaultName, PARTIAL_PREFLIGHT, type Plan } from './plan-requests';
import type { PlannedRequest } from './planned-request';

/** What is planned without the scenarios that a file has, and the names of these. */
export interface MissingRequests extends Plan {
  readonly present: readonly string[];
}

/** Leaves out what is among the names, unless a missing scenario depends on it. */
export function missingRequests({ requests, leftOut }: Plan, names: ReadonlyMap<string, unknown>): MissingRequests {
  const isMissing = (each: PlannedRequest | LeftOut): boolean => presentName(each, names) === undefined;
  const missing = requests.filter(isMissing);
  const isNeeded = ({ name }: PlannedRequest): boolean => missing.some(({ needs }) => needs === name);
  const kept = requests.filter((request) => missing.includes(request) || isNeeded(request));
  const present = [
    ...requests.filter((request) => !kept.includes(request)),
    ...leftOut.filter((each) => !isMissing(each)),
  ];
  // The credentials are tried before they are sent any further.
  const login = requests.find(({ name }) => name === defaultName('auth') && names.has(name));
  return {
    requests: kept.length === 0 || login === undefined ? kept : [{ ...login, isProbe: true }, ...kept],
    leftOut: leftOut.filter(isMissing),
    present: present.map((each) => presentName(each, names) ?? each.name),
  };
}

/** The name under which the file has a scenario. */
function presentName({ name }: PlannedRequest | LeftOut, names: ReadonlyMap<string, unknown>): string | undefined {
  const candidates = name === defaultName('preflight') ? [name, PARTIAL_PREFLIGHT] : [name];
  return candidates.find((each) => names.has(each));
}
