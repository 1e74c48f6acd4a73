import type { RunningService } from '../service';

/** A service that is still to be started. */
export interface PlannedService {
  readonly name: string;
  readonly dependsOn: readonly string[];
  /** Starts it with what those that it depends on provide; gives up when the signal is aborted. */
  start(provided: Readonly<Record<string, string>>, signal: AbortSignal): Promise<RunningService>;
}

/**
 * Starts services, each as soon as those that it depends on are ready, independent ones side by side. The first that
 * fails ends the start of all others.
 *
 * @param plan Without circles, and with all that is depended on.
 * @throws what the first that failed threw, when no start goes on any more.
 */
export async function startServices(plan: readonly PlannedService[]): Promise<void> {
  const giveUp = new AbortController();
  const starts = new Map<string, Promise<RunningService>>();
  let firstError: unknown;

  const startOf = (name: string): Promise<RunningService> => {
    const known = starts.get(name);
    if (known) return known;
    const planned = plan.find((one) => one.name === name) as PlannedService;
    const start = begin(planned).catch((error: unknown) => {
      if (!giveUp.signal.aborted) firstError = error;
      giveUp.abort();
      throw error;
    });
    starts.set(name, start);
    return start;
  };

  const begin = async ({ dependsOn, start }: PlannedService): Promise<RunningService> => {
    const dependencies = await Promise.all(dependsOn.map(startOf));
    giveUp.signal.throwIfAborted();
    const provided = Object.assign({}, ...dependencies.map(({ provides }) => provides)) as Record<string, string>;
    return start(provided, giveUp.signal);
  };

  await Promise.allSettled(plan.map(({ name }) => startOf(name)));
  if (giveUp.signal.aborted) throw firstError;
}
