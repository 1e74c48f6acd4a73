import { expect } from '@jest/globals';
import * as matchers from '../../matchers';
import { loadDotenvForTest } from '../env/dotenv';
import { redactText } from '../redaction/process-redactor';
import { redactConsole, type WritingConsole } from './redact-console';
import { redactingSerializer } from './redacting-serializer';
import { surroundings } from './surroundings';

// Global setup has loaded .env, unless the project has a global setup of its own.
loadDotenvForTest(expect.getState().testPath);
expect.extend(matchers);
surroundings();
redactConsole(console as unknown as WritingConsole, redactText);
expect.addSnapshotSerializer(redactingSerializer);

// Also gives `expect` the matchers' types.
export type { ConnectorMatchers } from '../../matchers/jest-ambient';
