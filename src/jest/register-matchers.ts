import { expect } from '@jest/globals';
import { loadDotenvForTest } from '../env/dotenv';
import { redactText } from '../redaction/process-redactor';
import { lazyMatchers } from './lazy-matchers';
import { redactConsole, type WritingConsole } from './redact-console';
import { redactingSerializer } from './redacting-serializer';
import { surroundings } from './surroundings';

// Global setup has loaded .env, unless the project has a global setup of its own.
loadDotenvForTest(expect.getState().testPath);
expect.extend(lazyMatchers());
surroundings();
redactConsole(console as unknown as WritingConsole, redactText);
expect.addSnapshotSerializer(redactingSerializer);

// Also gives `expect` the matchers' types.
export type { ConnectorMatchers } from '../../matchers/jest-ambient';
