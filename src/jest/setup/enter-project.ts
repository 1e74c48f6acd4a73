import { loadDotenvForTest, replaceDotenv } from '../../env/dotenv';
import type { Asker } from '../../service/run/project-run';
import { applyProvided, readRunState } from '../../service/run/run-state';

/** Switches the environment to that of the test file's project; until then it is that of the last project's setup. */
export function enterProject(asker: Asker): void {
  const run = readRunState(asker);
  // Global setup has loaded .env, unless the project has its own global setup.
  if (run === undefined) return loadDotenvForTest(asker.testPath);
  const { project, last } = run;
  if (project === undefined || project === last) return;
  replaceDotenv(project.rootDir, last?.fromFiles ?? []);
  applyProvided(project);
}
