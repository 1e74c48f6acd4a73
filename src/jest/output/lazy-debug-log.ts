import type { DebugDetail } from '../../env/variables';
import { testFramework } from '../test-framework';
import type { DebugLog } from './debug-log';

/** A log for the test file that runs; its code is loaded only where CONNECTOR_DEBUG asks for it. */
export function createDebugLog(detail: DebugDetail): DebugLog {
  const { DebugLog: Log } = require('./debug-log') as typeof import('./debug-log');
  return new Log(detail, () => currentTest());
}

function currentTest(): string {
  const outside = 'outside of a test';
  try {
    const { currentTestName = outside, currentConcurrentTestName } = testFramework().expect.getState();
    // The other is that of the test that began last.
    return currentConcurrentTestName?.() ?? currentTestName;
  } catch {
    // A script may use the client, too.
    return outside;
  }
}
