import { existsSync, readFileSync } from 'node:fs';
import { isRecord } from '../../../validation/shape';
import { isOurs } from '../../project/our-files';
import { type ConfiguredFacts, ourProjects, usesPreset } from '../facts';
import { type Finding, ok, problem, warning } from '../finding';
import type { ProjectSettings } from '../jest-settings';
import { runSettingFindings } from './run-settings';
import { transformFindings } from './transform';

const DOM = /jest-environment-jsdom|happy-dom/;
const NOT_THE_PRESET = "set `preset: 'jest-connector'`, or wrap the config: `withConnector({ … })`.";

/** Whether the preset is used, and whether the config replaces keys that it needs. */
export function presetFindings(facts: ConfiguredFacts): Finding[] {
  const projects = ourProjects(facts.settings);
  if (!projects.some((project) => usesPreset(project))) {
    const what = "The Jest config doesn't use the preset: no matchers, no .env, no app, no TypeScript.";
    return [problem('preset', what, NOT_THE_PRESET)];
  }
  const findings = [...projects.flatMap((project) => projectFindings(project, facts)), ...runSettingFindings(facts)];
  return findings.length > 0 ? findings : [ok('preset', 'The preset is used, and none of its keys is replaced')];
}

function projectFindings(project: ProjectSettings, facts: ConfiguredFacts): Finding[] {
  return [
    ...setupFindings(project),
    ...teardownFindings(project),
    ...environmentFindings(project),
    ...runnerFindings(project),
    ...transformFindings(project, facts),
    ...(facts.settings.configs.length > 1 && !isOurs(project.resolver, 'resolver') ? [foreignResolver()] : []),
  ];
}

/** Whether the project has something to start or to check. */
function needsSetup({ globals }: ProjectSettings): boolean {
  const connector = globals['connector'];
  return isRecord(connector) && ['app', 'services', 'serverHost'].some((key) => key in connector);
}

function setupFindings(project: ProjectSettings): Finding[] {
  const { globalSetup } = project;
  if (isOurs(globalSetup, 'global-setup') || mentions(globalSetup, /setupConnector|jest-connector\/global-setup/)) {
    return [];
  }
  const which =
    typeof globalSetup !== 'string' ? 'The config has no `globalSetup`' : `\`globalSetup\` is ${globalSetup}`;
  const fix = 'call `setupConnector(globalConfig, projectConfig)` in it, or leave `globalSetup` to the preset.';
  if (!needsSetup(project))
    return [warning('preset', `${which}, so the configuration isn't checked at the start.`, fix)];
  return [
    problem('preset', `${which}, which replaces the preset's: nothing in \`globals.connector\` is started.`, fix),
  ];
}

function teardownFindings(project: ProjectSettings): Finding[] {
  const { globalTeardown } = project;
  const calls = /teardownConnector|jest-connector\/global-teardown/;
  if (isOurs(globalTeardown, 'global-teardown') || mentions(globalTeardown, calls) || !needsSetup(project)) return [];
  return [
    warning(
      'preset',
      `\`globalTeardown\` is ${globalTeardown ?? 'not set'}, so services are only stopped when Jest's process ends.`,
      'call `teardownConnector()` in it, or leave `globalTeardown` to the preset.',
    ),
  ];
}

function environmentFindings({ testEnvironment }: ProjectSettings): Finding[] {
  if (!DOM.test(testEnvironment)) return [];
  return [
    warning(
      'preset',
      `\`testEnvironment\` is ${testEnvironment}, a browser's environment.`,
      "set `testEnvironment: 'node'`, or put the connector's tests into a project of their own.",
    ),
  ];
}

function runnerFindings({ testRunner, automock }: ProjectSettings): Finding[] {
  const isCircus = isOurs(testRunner, 'test-runner') || testRunner.includes('jest-circus');
  const findings = isCircus
    ? []
    : [problem('preset', `\`testRunner\` is ${testRunner}, not jest-circus.`, 'remove `testRunner` from the config.')];
  if (!automock) return findings;
  const what = '`automock` is on, so the tests get a mock of jest-connector that checks nothing.';
  return [...findings, problem('preset', what, 'remove `automock` from the config.')];
}

function foreignResolver(): Finding {
  return warning(
    'preset',
    '`resolver` is not the one of the preset, so only one of the projects is set up.',
    'leave `resolver` to the preset, or run the projects separately with `--selectProjects`.',
  );
}

function mentions(path: string | null | undefined, pattern: RegExp): boolean {
  return typeof path === 'string' && existsSync(path) && pattern.test(readFileSync(path, 'utf8'));
}
