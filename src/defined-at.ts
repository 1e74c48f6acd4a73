import type { CallSite, GeneratedPlace } from './call-site';

const DEFINED_AT = Symbol.for('jest-connector.defined-at');

/** The user's call that made a scenario; its name isn't in any of the user's files. */
export interface DefiningCall {
  readonly site: CallSite;
  /** The same place, for Jest. */
  readonly place: GeneratedPlace | undefined;
}

/** `scenario` with the call that made it. A copy of it by `{ ...scenario }` keeps the call. */
export function withDefiningCall<Made extends object>(scenario: Made, call: DefiningCall): Made {
  return { ...scenario, [DEFINED_AT]: call };
}

/** The call that made `scenario`; `undefined` for one that is written out. */
export function definingCall(scenario: object): DefiningCall | undefined {
  return (scenario as { readonly [DEFINED_AT]?: DefiningCall })[DEFINED_AT];
}
