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
  // More than a console shows of a value.
  printableCopy: (value) => redactedPrintableCopy(value, { readsGetters: false, mostObjects: 100_000 }),
});
expect.addSnapshotSerializer(redactingSerializer);

// Also gives `expect` the matchers' types.
export type { ConnectorMatchers } from '../../../matchers/jest-ambient';
