import { foldedName } from './problems';

/** Fields of the Python original whose names here differ in more than their spelling. */
const RENAMED: Readonly<Record<string, string>> = {
  apitype: 'api',
  assetvalidationstrict: 'recordRules',
  defaultconnection: 'connection',
  defaultcredentials: 'credentials',
  defaultmetadata: 'metadata',
  schemabasepath: 'schema',
  validateassets: 'recordRules',
};

/** Fields of the Python original that have no counterpart; each value says what replaces it. */
const WITHOUT_COUNTERPART: Readonly<Record<string, string>> = {
  serverversion: 'no such field: the version is always v1, and the option `apis` reaches any path',
  skipservercheck: 'no such field: `healthPath` and `healthTimeout` change the server check',
  usesdefaultcredentials: 'no such field: without `args` and `credentials`, the default credentials are used',
};

/** The name of a field of the Python original here, if it is one of `known`. */
export function renamedFromPython(field: string, known: readonly string[]): string | undefined {
  const name = RENAMED[foldedName(field)];
  return name !== undefined && known.includes(name) ? name : undefined;
}

/** Completes "expected …" for a field of the Python original that has no counterpart. */
export function withoutCounterpart(field: string): string | undefined {
  return WITHOUT_COUNTERPART[foldedName(field)];
}
