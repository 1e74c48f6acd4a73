import { captureCallSite, generatedCallPlace } from '../../call-site';
import type { ConnectorOptions } from '../../config/options';
import type { ResolvedOptions } from '../../config/resolve-options';
import type { Scenario } from '../../scenario/scenario';
import { skipDependants } from '../../scenario/skip-dependants';
import type { ProjectRun } from '../../service/run/project-run';
import type { Problem } from '../../validation/problems';
import { noticeOnce } from '../channel/notices';
import { chooseConcurrency, type Concurrency, type WantedConcurrency } from '../concurrency/choose-concurrency';
import { createLocator } from '../failure/locator';
import { scenariosError } from '../failure/scenarios-error';
import { blockJournal } from '../journal/lazy-journal';
import { isSetupMissing, type RunContext, runContext } from '../run-context';
import type { StartedApp } from '../server/scenario-log';
import { blockStrength } from '../strength/lazy-strength';
import { currentTestFile } from '../test-file';
import { type TestFramework, testFramework } from '../test-framework';
import { addTest } from './add-test';
import type { Block } from './block';
import { BlockHooks } from './block-hooks';
import { ambiguousNames } from './current-scenario';
import { missingRequirements, skipMissing } from './missing-requirements';
import { type BlockPlan, planBlock } from './plan-block';

/** A context without a declared type. */
// Tests store arbitrary values in their context and read them back; with `unknown`, each use would need a cast.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyContext = Record<string, any>;

/**
 * Turns scenarios into Jest tests: one `describe` block with one test per scenario, named after it. The hooks become
 * `beforeAll`, `afterAll`, `beforeEach` and `afterEach`.
 *
 * It may be called several times in a file, and inside a `describe` of your own.
 *
 * @param name The block's name. @default the test file's name
 * @param scenarios See {@link Scenario}.
 * @param options The server, defaults for the scenarios, and hooks; see {@link ConnectorOptions}.
 * @throws ConnectorTestError INVALID_SCENARIOS with all problems of all scenarios and options; NOT_IN_JEST.
 * @example
 * describeConnector('my connector', scenarios, {
 *   setupTestEnvironment: async (context) => { context.db = await createDatabase(); },
 *   cleanupTestEnvironment: async (context) => { await context.db.end(); },
 * });
 */
export function describeConnector<Context = AnyContext>(
  name: string,
  scenarios: readonly Scenario[],
  options?: ConnectorOptions<Context>,
): void;
export function describeConnector<Context = AnyContext>(
  scenarios: readonly Scenario[],
  options?: ConnectorOptions<Context>,
): void;
export function describeConnector(...args: readonly unknown[]): void {
  const [name, given, options = {}] = (typeof args[0] === 'string' ? args : [undefined, ...args]) as [
    name: string | undefined,
    given: readonly Scenario[],
    options?: ConnectorOptions<unknown>,
  ];
  const framework = testFramework();
  const around = runContext();
  const plan = planBlock(given, options, around);
  const { testPath = '' } = framework.expect.getState();
  const blockName = name ?? fileName(testPath);
  const call = { site: captureCallSite(describeConnector), place: generatedCallPlace(describeConnector) };
  const locator = createLocator(testPath, call);
  const problems = [...plan.problems, ...hookProblems(blockName, given, plan)];
  if (problems.length > 0) throw scenariosError(problems, { scenarios: given, locator, callee: describeConnector });

  const missing = missingRequirements(given, plan.options, around.files.folder);
  const scenarios = skipDependants(skipMissing(given, missing));
  const project = around.run?.project;
  const concurrency = concurrencyOf(plan, { testPath, site: call.site }, around);
  const block = {
    name: blockName,
    scenarios,
    options: plan.options,
    locator,
    missing,
    files: around.files,
    serverChecked: around.run?.checkedUrls.includes(plan.options.serverHost) ?? false,
    setupMissing: isSetupMissing(around, plan.options.serverHost),
    concurrency,
    journal: blockJournal({ options: plan.options, locator, isConcurrent: concurrency.limit > 1 }),
    strength: blockStrength(around.environment.strength, plan.options),
    debug: around.environment.debug,
    channel: around.run?.channel,
    outputs: { folder: project?.rootDir ?? '.', update: around.run && around.run.updatesBaselines === true },
    app: plan.options.serverHost === project?.appUrl ? startedApp(project, plan.options) : undefined,
    currentTestName: () => framework.expect.getState().currentTestName ?? '',
  };
  framework.describe(block.name, () => addTests(framework, block));
}

function addTests(framework: TestFramework, block: Block<unknown>): void {
  const { scenarios, missing, locator, journal } = block;
  const hooks = new BlockHooks(block);
  // If no scenario can run, the set-up isn't needed and would only fail because of the missing variables.
  if (scenarios.some(({ name }) => !missing.has(name))) wireHooks(framework, hooks);
  for (const scenario of scenarios) {
    addTest({ framework, hooks, locator }, scenario, missing.get(scenario.name));
    journal?.defined(scenario);
  }
  journal?.complete();
}

function concurrencyOf(
  { options }: BlockPlan<unknown>,
  place: Pick<WantedConcurrency, 'testPath' | 'site'>,
  { run }: RunContext,
): Concurrency {
  const chosen = chooseConcurrency({ ...place, wanted: options.concurrency, testFile: currentTestFile() });
  if (chosen.notice !== undefined) noticeOnce(chosen.notice, run?.channel);
  return chosen;
}

function startedApp(
  { appLog, hasTemporaryPort = false }: ProjectRun,
  { correlationHeader }: Pick<ResolvedOptions, 'correlationHeader'>,
): StartedApp | undefined {
  return appLog === undefined ? undefined : { log: appLog, hasTemporaryPort, correlationHeader };
}

function hookProblems(
  name: string,
  scenarios: readonly Scenario[],
  { problems, options }: BlockPlan<unknown>,
): Problem[] {
  const hasHooks = options.beforeScenario !== undefined || options.afterScenario !== undefined;
  // Invalid names have already been reported.
  return hasHooks && problems.length === 0 ? ambiguousNames(name, scenarios) : [];
}

function wireHooks(framework: TestFramework, hooks: BlockHooks<unknown>): void {
  framework.beforeAll(hooks.setUp, hooks.hookLimit);
  // Jest spends time on each hook of each test, even if the hook does nothing.
  if (hooks.hasBeforeScenario) framework.beforeEach(hooks.beforeScenario, hooks.hookLimit);
  if (hooks.hasAfterScenario) framework.afterEach(hooks.afterScenario, hooks.hookLimit);
  framework.afterAll(hooks.tearDown, hooks.hookLimit);
}

function fileName(testPath: string): string {
  return testPath.replace(/^.*[\\/]/, '').replace(/(\.(test|spec))?\.[cm]?[jt]sx?$/, '') || 'connector';
}
