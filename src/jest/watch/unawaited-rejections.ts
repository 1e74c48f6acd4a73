import { runInThisContext } from 'node:vm';
import { thrownReason } from '../../assertions/values/print';
import { ConnectorTestError, isErrorLike, stackFrames, withFrames } from '../../errors';
import { isForeignFrame } from '../failure/foreign-frame';

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/** Jest gives each test file a copy of `process`, which emits no events for rejections. */
const realProcess = runInThisContext('process') as NodeJS.Process;
const EVENT = 'unhandledRejection';

/**
 * Replaces each unhandled rejection that Jest receives by an error that says where it happened and how to fix it. Jest
 * still decides which test fails because of it.
 *
 * @param where Completes "A promise was rejected …".
 * @returns a function that undoes this.
 */
export function attributeRejections(where: () => string): () => void {
  const listeners = realProcess.listeners(EVENT) as Listener[];
  // Without a listener, Node ends the process on a rejection, and that must not change.
  if (listeners.length === 0) return () => undefined;
  const attribute: Listener = (reason, promise) => {
    const { markFailed } = require('../failed-scenario') as typeof import('../failed-scenario');
    const error = unawaitedError(reason, where());
    markFailed(error, stackFrames(error)[0]);
    for (const listener of listeners) listener.call(realProcess, error, promise);
  };
  realProcess.removeAllListeners(EVENT).on(EVENT, attribute);
  return () => {
    // Jest may have restored its own listeners.
    if (!realProcess.listeners(EVENT).includes(attribute)) return;
    realProcess.off(EVENT, attribute);
    for (const listener of listeners) realProcess.on(EVENT, listener);
  };
}

/** The error for `reason`, with the stack lines of the user's code that caused it. */
export function unawaitedError(reason: unknown, where: string): ConnectorTestError {
  const error = new ConnectorTestError('UNHANDLED_REJECTION', {
    what: 'A promise was rejected, and nothing awaited it.',
    why: `it was rejected ${where}:\n${thrownReason(reason)}`,
    fix: 'write `await` before the call that returns the promise, or return it;\nif it may fail, add `.catch(…)`.',
  });
  const frames = isErrorLike(reason) ? stackFrames(reason).filter((frame) => !isForeignFrame(frame)) : [];
  return withFrames(error, frames);
}
