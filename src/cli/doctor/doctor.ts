import { relative, resolve } from 'node:path';
import { adoptEnvironment, currentEnvironment } from '../../env/adopt-environment';
import { readEnvironment } from '../../env/variables';
import { applyRedaction } from '../../jest/output/apply-redaction';
import { redactValue } from '../../redaction/process-redactor';
import { runsInCi } from '../../service/run/run-state';
import { type CommandInput, EXIT_CODES, type ExitCode } from '../command';
import { findPackage, type InstalledPackage, packageOf } from '../project/installed-package';
import { OUR_NAME } from '../project/our-files';
import { pythonAppFindings } from './app/python-app';
import { serverFindings } from './app/server';
import { type ConfiguredFacts, type DoctorOptions, factsOf, isConfigured, ourProjects } from './facts';
import type { Finding } from './finding';
import { type ProjectSettings, readJestSettings } from './jest-settings';
import { findingLines, summaryLine } from './print-findings';
import { ciFindings } from './project/ci';
import { copyFindings } from './project/copies';
import { envFileFindings } from './project/env-files';
import { esModuleFindings } from './project/es-modules';
import { jestConfigFindings } from './project/jest-config';
import { optionalPackageFindings } from './project/optional-packages';
import { optionFindings } from './project/options';
import { outputFileFindings } from './project/output-files';
import { presetFindings } from './project/preset';
import { testFileFindings } from './project/test-files';
import { typeFindings } from './project/types';
import { credentialNameFindings, variableFindings } from './project/variables';
import { versionFindings } from './project/versions';

/** Checks the set-up in a folder and prints one line per check. */
export async function runDoctor({
  args: [folder = '.'],
  options,
  terminal,
}: CommandInput<DoctorOptions & { readonly json?: boolean }>): Promise<ExitCode> {
  const findings: Finding[] = [];
  for await (const finding of diagnose(resolve(folder), options)) {
    findings.push(finding);
    if (!options.json) terminal.print(findingLines(finding));
  }
  const isHealthy = findings.every(({ severity }) => severity !== 'problem');
  if (options.json) terminal.print(JSON.stringify({ ok: isHealthy, findings: redactValue(findings) }, undefined, 2));
  else terminal.print(`\n${summaryLine(findings)}`);
  return isHealthy ? EXIT_CODES.done : EXIT_CODES.failed;
}

/**
 * Yields the findings about the set-up in `folder`, in the order of the checks.
 *
 * @param own The copy of this package that runs.
 */
export async function* diagnose(
  folder: string,
  options: DoctorOptions,
  own: InstalledPackage | undefined = packageOf(OUR_NAME, __filename),
): AsyncGenerator<Finding> {
  const jest = findPackage('jest', folder);
  const settings = jest && (await readJestSettings(jest, folder, options.config));
  // Before anything is printed: the values of secret variables are hidden.
  if (settings !== undefined) adoptEnvironment(settings.environment);
  const facts = factsOf(folder, options, jest, settings);
  yield* versionFindings(facts);
  yield* jestConfigFindings(facts);
  if (!isConfigured(facts)) return;

  yield* copyFindings(facts, own);
  yield* presetFindings(facts);
  yield* testFileFindings(facts);
  yield* esModuleFindings(facts, currentEnvironment());
  yield* typeFindings(facts);
  yield* optionalPackageFindings(facts);
  const projects = ourProjects(facts.settings);
  for (const project of projects) {
    const name = projects.length === 1 ? '' : `${project.displayName?.name ?? relative(folder, project.rootDir)}: `;
    for await (const finding of projectFindings(project, facts)) yield { ...finding, what: `${name}${finding.what}` };
  }
}

async function* projectFindings(project: ProjectSettings, facts: ConfiguredFacts): AsyncGenerator<Finding> {
  const { rootDir, globals } = project;
  yield* envFileFindings(rootDir);
  applyRedaction(globals['connector']);
  const invalid = optionFindings(project);
  yield* invalid;
  yield* variableFindings(rootDir, facts, runsInCi());
  yield* ciFindings(rootDir, facts);
  yield* outputFileFindings(project, facts.settings.globalConfig);
  yield* pythonAppFindings(facts.folder, project);
  // The checks of the app read the options.
  if (invalid.some(({ severity }) => severity === 'problem')) return;
  const { applicationName } = (globals['connector'] ?? {}) as { applicationName?: string };
  yield* credentialNameFindings(readEnvironment().options.applicationName ?? applicationName, facts);
  yield* await serverFindings(project, facts.options);
}
