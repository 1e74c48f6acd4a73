import { join, resolve } from 'node:path';
import type { CheckOutcome } from '../assertions/outcome';
import type { JsonSchema } from '../assertions/schema/json-schema';
import type { StandardSchemaLike } from '../assertions/schema/standard-schema';
import { countOf } from '../count-of';
import { defined } from '../defined';
import { ConnectorTestError, isConnectorTestError } from '../errors';
import type { DataComparison } from '../output/baseline/comparison';
import { differencesText, writtenText } from '../output/baseline/comparison-text';
import { withoutGlobalSetup } from '../output/baseline/expected-data';
import type { IgnoredFields } from '../output/baseline/ignored-fields';
import { refuseOlderOutput } from '../output/read/output-files';
import type { RecordRule } from '../output/rules/record-rule';

/** The checks of a scenario on its workflow's output. */
export interface OutputFields {
  readonly expectedData?: string | undefined;
  readonly extractedOutputBasePath?: string | undefined;
  readonly outputSubdirectory?: string | undefined;
  readonly strictComparison?: boolean | 'records' | undefined;
  readonly ignoredFields?: IgnoredFields | undefined;
  readonly schema?: JsonSchema | StandardSchemaLike | undefined;
  readonly recordRules?: readonly RecordRule[] | undefined;
}

/** A finished workflow run. */
export interface EndedRun {
  readonly workflowId: string | undefined;
  readonly runId: string | undefined;
  /** The output folder to use if the scenario doesn't set one. */
  readonly basePath?: string | undefined;
  /** The folder that relative paths are resolved against. */
  readonly folder: string;
  /** When the run began, in milliseconds since 1970. */
  readonly since: number;
  /** Whether Jest was started with `-u`. */
  readonly update: boolean;
  /** Whether all other checks of the scenario passed; only then is a baseline written. */
  readonly othersHold: boolean;
  /** Whether our global setup ran; only it can detect `jest -u`. */
  readonly setupRan: boolean;
}

/** The result of checking an output. */
export interface OutputCheck {
  /** One outcome for `expectedData`, one for `schema`, and one for each rule that isn't a warning. */
  readonly outcomes: readonly CheckOutcome[];
  /** The complete reports of differences and of rule findings. */
  readonly reports: readonly string[];
  /** The findings of rules that are warnings. */
  readonly warnings: readonly string[];
  /** Lines about baselines that were written. */
  readonly notices: readonly string[];
}

/**
 * Checks the output of a workflow in `<base path>/<workflow id>/<run id>/<subdirectory>`.
 *
 * @throws ConnectorTestError OUTPUT_MISSING, OUTPUT_UNREADABLE, BASELINE_MISSING, BASELINE_INVALID
 */
export async function checkOutput(fields: OutputFields, run: EndedRun): Promise<OutputCheck> {
  const output = outputPath(fields, run);
  refuseOlderOutput(output, run.since);
  // Rules first: an output that breaks them must not become a baseline.
  const rules = await checkRules(fields, output, resolve(run.folder));
  const othersHold = run.othersHold && rules.outcomes.every(({ passed }) => passed);
  const data = await compareData(fields, output, { ...run, othersHold });
  return {
    outcomes: [...data.outcomes, ...rules.outcomes],
    reports: [...data.reports, ...rules.reports],
    warnings: rules.warnings,
    notices: data.notices,
  };
}

const NOTHING: OutputCheck = { outcomes: [], reports: [], warnings: [], notices: [] };

function outputPath(
  { extractedOutputBasePath, outputSubdirectory = 'transformed' }: OutputFields,
  run: EndedRun,
): string {
  const { workflowId, runId, folder, basePath } = run;
  if (!workflowId || !runId) {
    throw new ConnectorTestError('OUTPUT_MISSING', {
      what: 'The output was not checked: the response contains no workflow.',
      why: `workflow_id is ${String(workflowId)} and run_id is ${String(runId)}; both are part of the output's path.`,
      fix: 'see the response below; check `data.workflow_id` and `data.run_id` in assertThat.',
    });
  }
  return join(resolve(folder, extractedOutputBasePath ?? basePath ?? ''), workflowId, runId, outputSubdirectory);
}

async function compareData(fields: OutputFields, output: string, run: EndedRun): Promise<OutputCheck> {
  const { expectedData, strictComparison, ignoredFields } = fields;
  if (expectedData === undefined) return NOTHING;
  const { compareWithExpectedData } =
    require('../output/baseline/compare-with-expected-data') as typeof import('../output/baseline/compare-with-expected-data');
  const comparison = await compareWithExpectedData(output, resolve(run.folder, expectedData), {
    update: run.update && run.othersHold,
    ...defined({ strictComparison, ignoredFields }),
  }).catch((error: unknown) => {
    // The broken rules must be reported too, and `jest -u` would not write anything.
    if (!run.othersHold && isMissingBaseline(error)) return error;
    throw run.setupRan ? error : withoutGlobalSetup(error);
  });
  const { passed, received, report, notices } = judged(comparison);
  const outcome: CheckOutcome = {
    ...{ path: 'expectedData', passed, received, found: true },
    expected: `the same records as in ${expectedData}`,
  };
  const reports = passed ? [] : [run.othersHold ? report : `${report}\n\n${WITHHELD}`];
  return { outcomes: [outcome], reports, warnings: [], notices };
}

const WITHHELD = 'Fix the other failed checks first: as long as they fail, `jest -u` does not write the baseline.';

function isMissingBaseline(error: unknown): error is ConnectorTestError {
  return isConnectorTestError(error) && error.code === 'BASELINE_MISSING';
}

interface Judged {
  readonly passed: boolean;
  readonly received: string;
  readonly report: string;
  readonly notices: readonly string[];
}

function judged(comparison: DataComparison | ConnectorTestError): Judged {
  if (isMissingBaseline(comparison)) {
    return { passed: false, received: 'the baseline does not exist', report: comparison.what, notices: [] };
  }
  const { matches, types, report } = comparison;
  const written = writtenText(comparison);
  return {
    passed: matches,
    received: matches ? 'the same records' : differencesText(types),
    report,
    notices: written === undefined ? [] : [written],
  };
}

async function checkRules(
  { schema, recordRules = [] }: OutputFields,
  output: string,
  folder: string,
): Promise<OutputCheck> {
  if (schema === undefined && recordRules.length === 0) return NOTHING;
  const { checkRecords } = require('../output/rules/check-records') as typeof import('../output/rules/check-records');
  const { withShortPaths } = require('../output/short-path') as typeof import('../output/short-path');
  const { matchesRecordSchema } = require('../output/rules/rules') as typeof import('../output/rules/rules');
  const rules = schema === undefined ? recordRules : [matchesRecordSchema(schema), ...recordRules];
  const { passed, outcomes, report } = await checkRecords(output, rules, folder);
  const verdicts = outcomes.map(({ rule, severity, count, findings }, index) => ({
    ...{ path: schema !== undefined && index === 0 ? 'schema' : `recordRules: ${rule}`, severity, passed: count === 0 },
    ...{ expected: rule, found: true, received: withShortPaths(findingsText(count, findings[0]?.text), folder) },
  }));
  const warned = verdicts.some(({ severity, passed: isKept }) => severity === 'warning' && !isKept);
  return {
    outcomes: verdicts
      .filter(({ severity }) => severity === 'error')
      .map(({ severity: _severity, ...outcome }) => outcome),
    reports: passed ? [] : [report],
    warnings: passed && warned ? [report] : [],
    notices: [],
  };
}

/** The first finding; the report has all of them, with their places. */
function findingsText(count: number, first = ''): string {
  return count === 0
    ? 'kept'
    : `${countOf(count, 'finding')}${count === 1 ? '' : ', the first'}: ${String(first.split('\n', 1)[0])}`;
}
