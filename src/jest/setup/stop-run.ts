import { closeRunFolder } from '../../service/run/run-folder';
import { endSetUps, forgetRun, runHandle } from '../../service/run/run-state';
import { hasEndedEarly, type RunningService } from '../../service/service';
import { notice } from '../output/progress';

/**
 * Stops everything that setup started, in reverse order, and clears the run. If one service can't be stopped, the others
 * still are.
 *
 * @returns the errors.
 */
export async function stopRun(): Promise<unknown[]> {
  const errors: unknown[] = [];
  endSetUps();
  // First, while the app is still up.
  await runHandle().channel?.close();
  for (const service of [...runHandle().services.values()].reverse()) {
    try {
      reportEarlyEnd(service);
      await service.stop();
    } catch (error) {
      errors.push(error);
    }
  }
  runHandle().follower?.close();
  forgetRun();
  closeRunFolder();
  return errors;
}

/** A service that ended while tests ran may be why they failed, and the tests can't know that. */
function reportEarlyEnd(service: RunningService): void {
  const { spec, end } = service;
  // A signal stops services too.
  if (end === undefined || service.isStopping || !hasEndedEarly(service)) return;
  const { endText, lastLines } =
    require('../../service/service-errors') as typeof import('../../service/service-errors');
  notice(`the ${spec.title} ${endText(end)} while the tests ran. ${lastLines(service.logTail())}`);
}
