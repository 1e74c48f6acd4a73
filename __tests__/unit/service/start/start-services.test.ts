import type { RunningService } from '../../../../src/service/service';
import { type PlannedService, startServices } from '../../../../src/service/start/start-services';

let events: string[];
beforeEach(() => {
  events = [];
});

/** A service that takes `milliseconds` to start, or is given up. */
function planned(name: string, dependsOn: readonly string[] = [], milliseconds = 20): PlannedService {
  return {
    name,
    dependsOn,
    start: async (provided, signal) => {
      events.push(`begin ${name} ${Object.keys(provided).join()}`.trim());
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, milliseconds);
        signal.addEventListener('abort', () => {
          clearTimeout(timer);
          events.push(`given up ${name}`);
          reject(new Error('given up'));
        });
      });
      events.push(`ready ${name}`);
      return { provides: { [name.toUpperCase()]: name } } as unknown as RunningService;
    },
  };
}

test('each begins when those that it depends on are ready, with what they provide; others go on side by side', async () => {
  await startServices([
    planned('app', ['db', 'queue']),
    planned('queue'),
    planned('db', [], 60),
    planned('seed', ['db']),
  ]);

  expect(events.slice(0, 2).sort()).toEqual(['begin db', 'begin queue']);
  expect(events.slice(2, 4)).toEqual(['ready queue', 'ready db']);
  expect(events.slice(4, 6).sort()).toEqual(['begin app DB,QUEUE', 'begin seed DB']);
});

test('the first that fails ends the start of all others, and what depends on it never begins', async () => {
  const failing: PlannedService = { ...planned('db'), start: () => Promise.reject(new Error('no database')) };
  await expect(startServices([failing, planned('slow', [], 60_000), planned('app', ['db'])])).rejects.toThrow(
    'no database',
  );
  expect(events).toEqual(['begin slow', 'given up slow']);
});
