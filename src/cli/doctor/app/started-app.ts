import { isConnectorTestError } from '../../../errors';
import { type Finding, ok, problemOf } from '../finding';
import type { ProjectSettings } from '../jest-settings';
import { withStartedApp } from '../with-started-app';

/** Starts the services and the app of a project as a run does, checks them, and stops them. */
export async function startedApp(
  project: ProjectSettings,
  check: (url: string) => Promise<Finding[]>,
): Promise<Finding[]> {
  const found: Finding[] = [];
  try {
    await withStartedApp(project, async (url) => {
      found.push(ok('app', `The app was started, and is healthy at ${url}`), ...(await check(url)));
    });
    return found;
  } catch (error) {
    if (!isConnectorTestError(error)) throw error;
    return [...found, problemOf('app', error)];
  }
}
