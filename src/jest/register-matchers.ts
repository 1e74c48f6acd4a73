import { expect } from '@jest/globals';
import { loadDotenvForTest } from '../env/dotenv';
import { redactText } from '../redaction/process-redactor';
import { applyProvided } from '../service/run-state';
import { applyRedaction } from './apply-redaction';
import { lazyMatchers } from './lazy-matchers';
import { redactConsole, type WritingConsole } from './redact-console';
import { redactingSerializer } from './redacting-serializer';

// Global setup has loaded .env, unless the project has a global setup of its own.
const { testPath } = expect.getState();
loadDotenvForTest(testPath);
const globals = globalThis as Record<string, unknown>;
applyProvided({ globals, testPath });
expect.extend(lazyMatchers());
applyRedaction(globals['connector']);
redactConsole(console as unknown as WritingConsole, redactText);
expect.addSnapshotSerializer(redactingSerializer);

// Also gives `expect` the matchers' types.
export type { ConnectorMatchers } from '../../matchers/jest-ambient';
