import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConnectorTestError } from '../../errors';

/** Makes a folder of its own in the system's folder for temporary files. @throws ConnectorTestError INVALID_CONFIGURATION */
export function makeTemporaryFolder(prefix: string): string {
  return orExplain(() => mkdtempSync(join(tmpdir(), prefix)));
}

/** Makes a folder of that path there, unless there is one. @throws ConnectorTestError INVALID_CONFIGURATION */
export function ensureTemporaryFolder(path: string): void {
  orExplain(() => {
    try {
      // Not `recursive`: in a folder such as /proc that never ends.
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
      what: `No folder can be made in the system's folder for temporary files, ${tmpdir()}.`,
      why: (error as Error).message,
      fix: 'set TMPDIR to a folder that is there and can be written to.',
    });
  }
}
