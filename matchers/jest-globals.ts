import type { ConnectorAsymmetricMatchers, ConnectorMatchers } from './types';

// `expect` of '@jest/globals', and everything else that uses the types of the package `expect`.
declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ConnectorMatchers<R> {}
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface AsymmetricMatchers extends ConnectorAsymmetricMatchers {}
}

export type { ConnectorMatchers } from './types';
