import type { DebugDetail } from '../../env/variables';
import { currentTest } from '../test-framework';
import type { DebugLog } from './debug-log';

/** Creates the debug log of the current test file; its code is loaded only if CONNECTOR_DEBUG is set. */
export function createDebugLog(detail: DebugDetail): DebugLog {
  const { DebugLog: Log } = require('./debug-log') as typeof import('./debug-log');
  return new Log(detail, () => currentTest() ?? 'outside of a test');
}
