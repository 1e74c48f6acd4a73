import { expect } from '@jest/globals';
import * as matchers from '../../matchers';
import { loadDotenvForTest } from '../env/dotenv';

// Global setup has loaded .env, unless the project has a global setup of its own.
loadDotenvForTest(expect.getState().testPath);
expect.extend(matchers);

// Also gives `expect` the matchers' types.
export type { ConnectorMatchers } from '../../matchers/jest-ambient';
