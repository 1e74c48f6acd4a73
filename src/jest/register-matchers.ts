import { expect } from '@jest/globals';
import { redactedLookAlike, redactText } from '../redaction/process-redactor';
import { applyRedaction } from './apply-redaction';
import { enterProject } from './enter-project';
import { lazyMatchers } from './lazy-matchers';
import { noteRegistered } from './preset-check';
import { redactConsole, type WritingConsole } from './redact-console';
import { redactingSerializer } from './redacting-serializer';

const globals = globalThis as Record<string, unknown>;
noteRegistered();
enterProject({ globals, testPath: expect.getState().testPath });
expect.extend(lazyMatchers());
applyRedaction(globals['connector']);
redactConsole(console as unknown as WritingConsole, {
  text: redactText,
  // More than a console shows of a value.
  lookAlike: (value) => redactedLookAlike(value, { readsGetters: false, mostObjects: 100_000 }),
});
expect.addSnapshotSerializer(redactingSerializer);

// Also gives `expect` the matchers' types.
export type { ConnectorMatchers } from '../../matchers/jest-ambient';
