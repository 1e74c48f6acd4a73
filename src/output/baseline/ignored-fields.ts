import { joinPath, parsePath } from '../../assertions/paths/path-text';

/** Fields that are not compared: names and paths, or an object with the reason for each. */
export type IgnoredFields = readonly string[] | Readonly<Record<string, string>>;

/**
 * The default of `ignoredFields`: fields that change with each run (`lastSyncRun` …), and fields that contain the
 * connection of the workflow (`qualifiedName`, those of parents, and references to parents).
 *
 * @example
 * ignoredFields: [...DEFAULT_IGNORED_FIELDS, 'sourceUpdatedAt']
 */
export const DEFAULT_IGNORED_FIELDS: readonly string[] = [
  ...['lastSyncRun', 'lastSyncRunAt', 'lastSyncWorkflowName'],
  ...['connectionName', 'connectionQualifiedName', 'tenantId', 'qualifiedName'],
  ...['databaseQualifiedName', 'schemaQualifiedName', 'tableQualifiedName', 'viewQualifiedName'],
  ...['atlanSchema', 'database', 'materialisedView', 'parentTable', 'table', 'tablePartition', 'view'],
];

/** A field that is not compared. */
export interface IgnoredField {
  readonly field: string;
  readonly reason?: string | undefined;
}

/** The fields of the option as a list. */
export function ignoredFieldList(fields: IgnoredFields = DEFAULT_IGNORED_FIELDS): IgnoredField[] {
  if (isList(fields)) return fields.map((field) => ({ field }));
  return Object.entries(fields).map(([field, reason]) => ({ field, reason }));
}

function isList(fields: IgnoredFields): fields is readonly string[] {
  return Array.isArray(fields);
}

/** A name matches the attribute, the custom attribute and the record's field; a path matches only itself. */
export function ignoredPaths(fields: readonly IgnoredField[]): (readonly string[])[] {
  return fields.flatMap(({ field }) => {
    const { segments } = parsePath(field);
    return segments.length > 1
      ? [segments]
      : [segments, ['attributes', ...segments], ['customAttributes', ...segments]];
  });
}

/** The reason why `field` can't be ignored, or `undefined`. */
export function ignoredFieldProblem(field: string): string | undefined {
  const { segments, problem } = parsePath(field);
  if (problem !== undefined) return problem;
  if (segments.length === 0) return 'it is empty';
  const path = joinPath(segments);
  const isWhole = ['attributes', 'attributes.*', 'typeName', '*'].includes(path);
  return isWhole ? `without ${JSON.stringify(path)} nothing would be compared` : undefined;
}
