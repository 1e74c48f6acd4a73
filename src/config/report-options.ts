import { boolean, text } from '../validation/field-rules';
import type { Problem } from '../validation/problems';
import { isRecord, isText, type Shape, shapeProblems } from '../validation/shape';

/** What the report of a run consists of: the option `report`. `results.jsonl` is always part of it. */
export interface ReportOptions {
  /** The folder of the report, relative to the `rootDir` of the run. @default 'connector-report' */
  readonly folder?: string;
  /** Whether the report contains a page for people, `index.html`. @default true */
  readonly html?: boolean;
  /**
   * Whether `integration-test-summary.json` is written. A string is the path of that file, relative to the `rootDir` of
   * the run. @default true
   */
  readonly summary?: boolean | string;
  /** Whether `ctrf-report.json` is written, in the Common Test Report Format. @default true */
  readonly ctrf?: boolean;
  /** Whether a run on GitHub Actions writes a step summary and annotations. @default true */
  readonly github?: boolean;
}

/** The fields of `report`. */
export const REPORT_SHAPE: Shape = {
  folder: { ...text, expected: 'the path of a folder', example: "'reports/connector'" },
  html: boolean,
  summary: {
    expected: 'true, false or the path of a file',
    accepts: (value) => typeof value === 'boolean' || isText(value),
    example: "'reports/integration-test-summary.json'",
  },
  ctrf: boolean,
  github: boolean,
};

/** The rule for the option itself. */
export const report: Shape[string] = {
  expected: 'true, false or an object such as { folder: "reports" }',
  accepts: (value) => typeof value === 'boolean' || isRecord(value),
  example: 'true',
};

/** The problems inside of `report`, if it is an object. */
export function reportProblems(value: unknown, where: string): Problem[] {
  return isRecord(value) ? shapeProblems(value, REPORT_SHAPE, `${where}.report`) : [];
}
