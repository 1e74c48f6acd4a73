/** A scenario that an app is known to fail. */
export interface Deviation {
  readonly scenarios: RegExp;
  /** Completes "skipped:". */
  readonly reason: string;
}

/** What published servers are known to do differently, by the value of `deviations`. */
export const DEVIATIONS: Readonly<Record<string, readonly Deviation[]>> = {
  sdk: [
    {
      scenarios: /^standard_(?:(?:workflow|config)_malformed_json|workflow_json_list)$/,
      reason: 'the SDK returns 500 for malformed JSON on /start and /config, and for a list on /start (3.51)',
    },
    {
      scenarios: /^standard_contract_workflow_(?:.+_)?workflow_id_null$/,
      reason: 'the SDK reads workflow_id itself, and null is none to it (3.51)',
    },
    {
      // Of workflow_id, it refuses a wrong type.
      scenarios: /^standard_contract_workflow_(?!(?:.+_)?workflow_id_wrong_type$)/,
      reason: 'the SDK returns 500 "Failed to start workflow" for invalid arguments (3.51)',
    },
  ],
};

/** Why the scenario `name` is skipped; `undefined` if it isn't. */
export function deviationOf(name: string, server: string | undefined): string | undefined {
  const known = server === undefined ? [] : (DEVIATIONS[server] ?? []);
  return known.find(({ scenarios }) => scenarios.test(name))?.reason;
}
