import type { DebugDetail } from '../../env/variables';
import { testFramework } from '../test-framework';
import type { DebugLog } from './debug-log';

/** Creates the debug log of the current test file; its code is loaded only if CONNECTOR_DEBUG is set. */
export function createDebugLog(detail: DebugDetail): DebugLog {
  const { DebugLog: Log } = require('./debug-log') as typeof import('./debug-log');
  return new Log(detail, () => currentTest());
}

function currentTest(): string {
  const outside = 'outside of a test';
  try {
    const { currentTestName = outside, currentConcurrentTestName } = testFramework().expect.getState();
    // `currentTestName` names the test that began last.
    return currentConcurrentTestName?.() ?? currentTestName;
  } catch {
    // Scripts may use the client too.
    return outside;
  }
}
