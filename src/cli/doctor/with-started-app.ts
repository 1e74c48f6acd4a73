import { setupConnector } from '../../jest/setup/setup-connector';
import { teardownConnector } from '../../jest/setup/teardown-connector';
import { applyProvided, runHandle } from '../../service/run/run-state';
import type { ProjectSettings } from './jest-settings';

/**
 * Starts the services and the app of a project as a run does, uses the app, and stops everything.
 *
 * @throws ConnectorTestError why it could not be started
 */
export async function withStartedApp<Result>(
  project: ProjectSettings,
  use: (url: string) => Promise<Result>,
): Promise<Result> {
  // Without reporters, no file of a report is written.
  await setupConnector({ watch: false, watchAll: false, rootDir: project.rootDir, reporters: [] }, project);
  try {
    const run = [...runHandle().projects.values()].at(-1);
    if (run !== undefined) applyProvided(run);
    return await use(run?.appUrl ?? '');
  } finally {
    await teardownConnector();
  }
}
