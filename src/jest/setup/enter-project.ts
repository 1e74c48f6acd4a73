import { loadDotenvForTest, replaceDotenv } from '../../env/dotenv';
import type { Asker } from '../../service/run/project-run';
import { applyProvided, readRunState } from '../../service/run/run-state';

/** Makes the environment of a test file that of its project: it is as the setup of the run's last project left it. */
export function enterProject(asker: Asker): void {
  const run = readRunState(asker);
  // Global setup has loaded .env, unless the project has a global setup of its own.
  if (run === undefined) return loadDotenvForTest(asker.testPath);
  const { project, last } = run;
  if (project === undefined || project === last) return;
  replaceDotenv(project.rootDir, last?.fromFiles ?? []);
  applyProvided(project);
}
