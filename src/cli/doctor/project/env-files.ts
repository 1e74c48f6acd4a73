import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DOTENV_FILES, loadDotenv } from '../../../env/dotenv';
import { isConnectorTestError } from '../../../errors';
import { type Finding, ok, problem, problemOf, warning } from '../finding';
import { isIgnored, isTracked } from '../git';

/** Loads the environment files of a project, as a run does, and checks them. */
export function envFileFindings(rootDir: string): Finding[] {
  const findings = [...loadingFindings(rootDir), ...DOTENV_FILES.flatMap((name) => gitFindings(rootDir, name))];
  if (findings.length > 0) return findings;
  const there = DOTENV_FILES.filter((name) => existsSync(join(rootDir, name)));
  return there.length === 0 ? [] : [ok('env', `${there.join(' and ')} can be read, and git does not track them`)];
}

function loadingFindings(rootDir: string): Finding[] {
  try {
    const { problems } = loadDotenv(rootDir);
    return problems.map(({ path, line, what, fix }) => warning('env', `${path}:${line}: ${what}`, fix));
  } catch (error) {
    if (isConnectorTestError(error)) return [problemOf('env', error)];
    throw error;
  }
}

function gitFindings(rootDir: string, name: string): Finding[] {
  if (!existsSync(join(rootDir, name))) return [];
  if (isTracked(rootDir, name)) {
    const fix = `\`git rm --cached ${name}\`, add ${name} to .gitignore, and replace the secrets that it contains.`;
    return [problem('env', `git tracks ${name}, so everyone with the repository has its secrets.`, fix)];
  }
  if (isIgnored(rootDir, name) !== false) return [];
  return [warning('env', `git doesn't ignore ${name}, so it may be committed.`, `add ${name} to .gitignore.`)];
}
