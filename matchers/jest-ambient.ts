import type { ConnectorAsymmetricMatchers, ConnectorMatchers } from './types';

// The global `expect` of '@types/jest'; without that package these interfaces are unused.
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

// A single import declares both surfaces; a re-exported type adds nothing to the JavaScript.
export type { ConnectorMatchers } from './jest-globals';
