/** The shapes in which servers of several ages answer a preflight. */
type Checks = Readonly<Record<string, boolean>>;

const keyed = (checks: Checks) =>
  Object.fromEntries(
    Object.entries(checks).map(([name, success]) => {
      const message = success ? 'fine' : `${name} is wrong`;
      const texts = { successMessage: success ? message : '', failureMessage: success ? '' : message };
      return [name.charAt(0).toLowerCase() + name.slice(1), { success, message, ...texts }];
    }),
  );

const listed = (checks: Checks) =>
  Object.entries(checks).map(([name, passed]) => ({ name, passed, message: passed ? 'fine' : `${name} is wrong` }));

/** 3.22 and later: `preflight`, and the checks in `data` as well. */
export const modern = (status: string, checks: Checks) => ({
  success: Object.keys(checks).length > 0,
  data: keyed(checks),
  message: `Preflight check ${status}`,
  preflight: { status, message: '', total_duration_ms: 1, checks: listed(checks) },
});

/** 3.0 to 3.21: the status stands in `message` only, unless the handler has a message of its own. */
export const early = (status: string, checks: Checks, message = `Preflight check ${status}`) => ({
  success: Object.keys(checks).length > 0,
  data: keyed(checks),
  message,
});

/** Before 3: `data.status` and `data.checks`. */
export const legacy = (status: string, checks: Checks) => ({ success: true, data: { status, checks: listed(checks) } });

/** All of them in one answer, as the embedded example app gives it. */
export const combined = (status: string, checks: Checks) => ({
  ...modern(status, checks),
  data: { ...keyed(checks), ...legacy(status, checks).data },
});

/** A handler that raised an error. */
export const raised = (detail: string) => ({
  ...modern('not_ready', { preflightVerdict: false }),
  success: false,
  detail,
});
