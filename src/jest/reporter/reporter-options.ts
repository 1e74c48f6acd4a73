import type { ReportOptions } from '../../config/report-options';
import { ConnectorTestError } from '../../errors';

/** Options of `reporters: [['jest-connector/reporter', {…}]]`. */
export interface ReporterOptions {
  /** Same as `globals.connector.junit`, which it overrides: `true` (jest-junit's default, `junit.xml`) or a path. */
  readonly junit?: boolean | string;
  /** Same as `globals.connector.report`, which it overrides. */
  readonly report?: boolean | ReportOptions;
}

/** @throws ConnectorTestError INVALID_OPTIONS */
export function refuseUnknownOptions(options: ReporterOptions): void {
  if (Object.keys(options).length === 0) return;
  const { shapeProblems } = require('../../validation/shape') as typeof import('../../validation/shape');
  const { CONFIG_SHAPE } = require('../../config/validate-config') as typeof import('../../config/validate-config');
  const { formatProblems } = require('../../validation/problems') as typeof import('../../validation/problems');
  const shape = Object.fromEntries(
    Object.entries(CONFIG_SHAPE).filter(([field]) => field === 'junit' || field === 'report'),
  );
  const { reportProblems } = require('../../config/report-options') as typeof import('../../config/report-options');
  const problems = [
    ...shapeProblems(options, shape, 'reporter options'),
    ...reportProblems(options.report, 'reporter options'),
  ];
  if (problems.length === 0) return;
  throw new ConnectorTestError('INVALID_OPTIONS', {
    what: 'Invalid options for jest-connector/reporter.',
    why: formatProblems(problems),
  });
}
