import type { PreflightInput } from './contracts';
import { type PreflightCheck, runChecks } from './preflight-checks';
import { type Source, SourceRefusal } from './source';

/** The result of a preflight: `partial` if only checks failed that an extraction doesn't depend on. */
export interface PreflightOutput {
  readonly status: 'ready' | 'not_ready' | 'partial';
  readonly checks: readonly PreflightCheck[];
}

const NOT_ESSENTIAL = ['createPermission'];

/** Checks whether an extraction with this configuration would work. */
export async function preflight(source: Source, input: PreflightInput): Promise<PreflightOutput> {
  const checks = (await runChecks(source, input).catch(loginFailed)).filter(
    ({ name }) => input.checksToRun.length === 0 || input.checksToRun.includes(name),
  );
  const failed = checks.filter(({ passed }) => !passed);
  if (failed.some(({ name }) => !NOT_ESSENTIAL.includes(name))) return { status: 'not_ready', checks };
  return { status: failed.length > 0 ? 'partial' : 'ready', checks };
}

function loginFailed(error: unknown): PreflightCheck[] {
  if (!(error instanceof SourceRefusal)) throw error;
  return [{ name: 'authCheck', passed: false, message: error.message }];
}
