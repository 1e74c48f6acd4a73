import { isThenable } from '../checks/thenable';
import { joinPath } from '../paths/path-text';
import { verdictOf } from '../verdict';

/** The part of the Standard Schema interface that is used here. */
export interface StandardSchemaLike {
  readonly '~standard': {
    readonly vendor?: string;
    validate(value: unknown): unknown;
  };
}

interface Issue {
  readonly message?: unknown;
  readonly path?: readonly unknown[] | undefined;
}

/** Whether `schema` implements Standard Schema; arktype's schemas are functions. */
export function isStandardSchema(schema: unknown): schema is StandardSchemaLike {
  if ((typeof schema !== 'object' && typeof schema !== 'function') || schema === null) return false;
  const { '~standard': standard } = schema as Partial<StandardSchemaLike>;
  return typeof standard?.validate === 'function';
}

/** The problems of `value`, one per line; throws if the schema returns a promise. */
export function standardSchemaIssues(schema: StandardSchemaLike, value: unknown): readonly string[] {
  const result = schema['~standard'].validate(value);
  // An asynchronous schema can't be used here: its promise is rejected like that of any check.
  if (isThenable(result)) verdictOf(result);
  const { issues } = result as { readonly issues?: readonly Issue[] | undefined };
  return (issues ?? []).map(issueText);
}

function issueText({ message, path = [] }: Issue): string {
  const segments = path.map((part) =>
    String(typeof part === 'object' && part !== null ? (part as { key: unknown }).key : part),
  );
  return segments.length === 0 ? String(message) : `at ${JSON.stringify(joinPath(segments))}: ${String(message)}`;
}
