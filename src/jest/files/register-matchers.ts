import { expect } from '@jest/globals';
import { redactedPrintableCopy, redactText } from '../../redaction/process-redactor';
import { applyRedaction } from '../output/apply-redaction';
import { redactConsole, type WritingConsole } from '../output/redact-console';
import { redactingSerializer } from '../output/redacting-serializer';
import { noteRegistered } from '../preset-check';
import { enterProject } from '../setup/enter-project';
import { lazyMatchers } from './lazy-matchers';

const globals = globalThis as Record<string, unknown>;
noteRegistered();
enterProject({ globals, testPath: expect.getState().testPath });
expect.extend(lazyMatchers());
applyRedaction(globals['connector']);
redactConsole(console as unknown as WritingConsole, {
  text: redactText,
  // A snapshot shows more of a value than a console.
  printableCopy: (value) => redactedPrintableCopy(value, { readsGetters: false, mostObjects: 100_000 }),
});
expect.addSnapshotSerializer(redactingSerializer);

// This import also adds the matchers' types to `expect`.
export type { ConnectorMatchers } from '../../../matchers/jest-ambient';
