/** The default values of options; times are in milliseconds. */
export const DEFAULTS = {
  serverHost: 'http://localhost:8000',
  workflowEndpoint: '/start',
  timeout: 30_000,
  hookTimeout: 60_000,
  concurrency: 1,
  healthPath: '/server/health',
  healthTimeout: 5_000,
  workflowTimeout: 300_000,
  pollingInterval: 1_000,
  inputContract: true,
  strictPaths: false,
  forbidSecretsInResponses: false,
} as const;
