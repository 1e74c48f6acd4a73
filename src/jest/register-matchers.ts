import { expect } from '@jest/globals';
import { loadDotenvForTest } from '../env/dotenv';
import { redactedLookAlike, redactText, tellSecretsBy } from '../redaction/process-redactor';
import { applyProvided, readRunState } from '../service/run-state';
import { applyRedaction } from './apply-redaction';
import { lazyMatchers } from './lazy-matchers';
import { redactConsole, type WritingConsole } from './redact-console';
import { redactingSerializer } from './redacting-serializer';

// Global setup has loaded .env, unless the project has a global setup of its own.
const { testPath } = expect.getState();
loadDotenvForTest(testPath);
const { connector } = globalThis as { connector?: unknown };
applyProvided({ connector, testPath });
expect.extend(lazyMatchers());
applyRedaction(connector);
const secretAddress = readRunState({ connector, testPath })?.secrets;
if (secretAddress) {
  const { tellSecrets } = require('./tell-secrets') as typeof import('./tell-secrets');
  tellSecretsBy((secrets) => tellSecrets(secretAddress, secrets));
}
redactConsole(console as unknown as WritingConsole, {
  text: redactText,
  // More than a console shows of a value.
  lookAlike: (value) => redactedLookAlike(value, { readsGetters: false, mostObjects: 100_000 }),
});
expect.addSnapshotSerializer(redactingSerializer);

// Also gives `expect` the matchers' types.
export type { ConnectorMatchers } from '../../matchers/jest-ambient';
