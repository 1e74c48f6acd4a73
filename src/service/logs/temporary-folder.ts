import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectorTestError } from '../../errors';

/** Creates a new folder in the system's temp directory. @throws ConnectorTestError INVALID_CONFIGURATION */
export function makeTemporaryFolder(prefix: string): string {
  return orExplain(() => mkdtempSync(join(tmpdir(), prefix)));
}

/** Creates the folder at this path in the temp directory unless it exists. @throws ConnectorTestError INVALID_CONFIGURATION */
export function ensureTemporaryFolder(path: string): void {
  orExplain(() => {
    try {
      // Not `recursive`: in a folder such as /proc that would never end.
      mkdirSync(path, { mode: 0o700 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  });
}

function orExplain<Value>(make: () => Value): Value {
  try {
    return make();
  } catch (error) {
    throw new ConnectorTestError('INVALID_CONFIGURATION', {
      what: `Cannot create a folder in the system's temp directory, ${tmpdir()}.`,
      why: (error as Error).message,
      fix: 'set TMPDIR to an existing folder that you can write to.',
    });
  }
}
