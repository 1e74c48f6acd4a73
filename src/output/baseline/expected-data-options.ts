import { boolean } from '../../validation/field-rules';
import { describeGiven, type Problem } from '../../validation/problems';
import { type FieldRule, isRecord, isText, type Shape, shapeProblems } from '../../validation/shape';
import { ignoredFieldProblem, type IgnoredFields } from './ignored-fields';
import type { Strictness } from './outlines';

/** How to compare an output with a baseline. */
export interface ExpectedDataOptions {
  /**
   * Whether what the baseline doesn't list is a difference. `true`: every extra record and every extra field.
   * `'records'`: every extra record; extra fields in `attributes`, in `customAttributes` and beside them are allowed.
   * `false`: extra records and fields are allowed.
   *
   * @default true
   */
  readonly strictComparison?: boolean | 'records';
  /**
   * Fields that aren't compared; a list of your own replaces the default. A name matches an attribute, a custom
   * attribute and a field of a record. A path (`attributes.owner.id`, `attributes.columns.*.order`) matches only
   * itself. In an object, each field has a reason, which the message shows.
   *
   * @default DEFAULT_IGNORED_FIELDS
   * @example
   * ignoredFields: { lastSyncRun: 'changes with each run', 'attributes.stats.rowCount': 'the source is in use' }
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
