import type { SyncExpectationResult } from 'expect';

/** A matcher's result with a line to print even if the matcher passes. The preset's registration prints it. */
export type NotedResult = SyncExpectationResult & { readonly notice?: string };
