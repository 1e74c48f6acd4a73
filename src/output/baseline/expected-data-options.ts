import { boolean } from '../../validation/field-rules';
import { describeGiven, type Problem } from '../../validation/problems';
import { type FieldRule, isRecord, isText, type Shape, shapeProblems } from '../../validation/shape';
import { ignoredFieldProblem, type IgnoredFields } from './ignored-fields';
import type { Strictness } from './outlines';

/** How to compare an output with a baseline. */
export interface ExpectedDataOptions {
  /**
   * Whether records and fields that are not in the baseline are differences. `true`: both are. `'records'`: additional
   * records are, but additional fields are allowed in `attributes`, in `customAttributes` and next to them (the meaning of
   * `True` in the Python original). `false`: neither are.
   *
   * @default true
   */
  readonly strictComparison?: boolean | 'records';
  /**
   * Fields that are not compared, instead of {@link DEFAULT_IGNORED_FIELDS}. A name matches the attribute, the custom
   * attribute and the record's field with that name; a path (`attributes.owner.id`, `attributes.columns.*.order`) matches
   * only itself. An object gives the reason for each field, which is shown in the report.
   *
   * @example
   * ignoredFields: { lastSyncRun: 'changes with each run', 'attributes.stats.rowCount': 'the source is alive' }
   */
  readonly ignoredFields?: IgnoredFields;
}

const ignoredFields: FieldRule = {
  expected: 'a list of names or paths, or an object with names or paths as keys and reasons as values',
  accepts: (value) =>
    Array.isArray(value) ? value.every(isText) : isRecord(value) && Object.values(value).every(isText),
  example: "{ lastSyncRun: 'changes with each run' }",
};

const strictComparison: FieldRule = {
  expected: "true, 'records' or false",
  accepts: (value) => ['records', true, false].includes(value as Strictness),
};

/** The fields of {@link ExpectedDataOptions}. */
export const COMPARISON_SHAPE: Shape = { strictComparison, ignoredFields };

/** The same, and `update`. */
export const EXPECTED_DATA_SHAPE: Shape = { ...COMPARISON_SHAPE, update: boolean };

/** The problems in the options of a comparison. */
export function expectedDataProblems(options: unknown, shape: Shape = EXPECTED_DATA_SHAPE): Problem[] {
  const where = 'options';
  if (!isRecord(options)) return [{ where, expected: 'an object', received: describeGiven(options) }];
  return [...shapeProblems(options, shape, where), ...ignoredFieldProblems(options['ignoredFields'], where)];
}

/** The problems of single fields in a well-formed list. */
export function ignoredFieldProblems(fields: unknown, where: string): Problem[] {
  if (!ignoredFields.accepts(fields)) return [];
  const names = Array.isArray(fields) ? (fields as string[]) : Object.keys(fields as object);
  return names.flatMap((name) => {
    const problem = ignoredFieldProblem(name);
    const field = `ignoredFields["${name}"]`;
    return problem === undefined ? [] : [{ where, field, expected: 'a name or a path', received: problem }];
  });
}
