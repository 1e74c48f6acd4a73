import type { RunningService } from '../service';

/** A service to start. */
export interface PlannedService {
  readonly name: string;
  readonly dependsOn: readonly string[];
  /** Starts it with the variables that its dependencies provide; stops trying when the signal is aborted. */
  start(provided: Readonly<Record<string, string>>, signal: AbortSignal): Promise<RunningService>;
}

/**
 * Starts services, each as soon as its dependencies are ready; independent services start in parallel. The first
 * failure cancels the start of all others.
 *
 * @param plan Must contain every dependency and no cycle.
 * @throws the error of the first service that failed, once every start has ended.
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
