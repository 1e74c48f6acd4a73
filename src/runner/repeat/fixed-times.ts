/** How long the requests after the last look at a workflow may take, in milliseconds. */
export const LAST_REQUEST_MS = 10_000;

/** The longest pause before a retry, in milliseconds. */
export const LONGEST_RETRY_PAUSE_MS = 2_000;
