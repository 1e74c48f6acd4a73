/** The five built-in APIs of a connector. */
export const API_NAMES = ['auth', 'preflight', 'metadata', 'workflow', 'config'] as const;
