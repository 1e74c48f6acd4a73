import type { ConnectorAsymmetricMatchers, ConnectorMatchers } from './types';

// The global `expect` of '@types/jest'; without that package these interfaces are there and nobody uses them.
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unused-vars
    interface Matchers<R, T> extends ConnectorMatchers<R> {}
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface Expect extends ConnectorAsymmetricMatchers {}
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type
    interface InverseAsymmetricMatchers extends ConnectorAsymmetricMatchers {}
  }
}

// One import reaches both surfaces; a re-exported type leaves no trace in the JavaScript.
export type { ConnectorMatchers } from './jest-globals';
