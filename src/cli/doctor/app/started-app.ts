import { isConnectorTestError } from '../../../errors';
import { setupConnector } from '../../../jest/setup/setup-connector';
import { teardownConnector } from '../../../jest/setup/teardown-connector';
import { runHandle } from '../../../service/run/run-state';
import { type Finding, ok, problemOf } from '../finding';
import type { ProjectSettings } from '../jest-settings';

/** Starts the services and the app of a project as a run does, checks them, and stops them. */
export async function startedApp(
  project: ProjectSettings,
  check: (url: string) => Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    // Without reporters, no file of a report is written.
    await setupConnector({ watch: false, watchAll: false, rootDir: project.rootDir, reporters: [] }, project);
  } catch (error) {
    if (isConnectorTestError(error)) return [problemOf('app', error)];
    throw error;
  }
  try {
    const url = [...runHandle().projects.values()].at(-1)?.appUrl ?? '';
    return [ok('app', `The app was started, and is healthy at ${url}`), ...(await check(url))];
  } finally {
    await teardownConnector();
  }
}
