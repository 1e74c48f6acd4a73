import { expectedProblem } from '../checks/check-problem';
import { isThenable } from '../checks/thenable';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from '../predicates/predicate';
import { printValue } from '../values/print';
import { compileJsonSchema, type JsonSchema } from './json-schema';
import { isStandardSchema, standardSchemaIssues, type StandardSchemaLike } from './standard-schema';

/**
 * A value that matches a schema: one of a library with Standard Schema (zod, valibot, arktype and others), or a JSON
 * Schema.
 *
 * A JSON Schema needs `ajv` in your project, and `ajv-formats` if it uses `format`. Its `$schema` selects draft-07 (the
 * default), 2019-09 or 2020-12. Unknown keywords are refused, because nothing would check them.
 *
 * @example
 * data: matchesSchema({ type: 'object', required: ['status'], properties: { status: { type: 'string' } } })
 */
export function matchesSchema(schema: JsonSchema | StandardSchemaLike, options?: PredicateOptions): Predicate {
  let find: FindIssues | undefined;
  const issuesOf = (value: unknown): readonly string[] => {
    find ??= issueFinder(schema);
    return find(value);
  };
  return definePredicate({
    factory: matchesSchema,
    options,
    problem: schemaProblemOf(schema),
    describe: () => describeSchema(schema),
    test: (value) => issuesOf(value).length === 0,
    explain: (value) => shorten(issuesOf(value)),
  });
}

/** The problems of a value, one per line. */
type FindIssues = (value: unknown) => readonly string[];

const ISSUES_SHOWN = 10;

/** Keywords that accept every value. */
const ANNOTATIONS = [
  ...[
    '$schema',
    '$id',
    '$comment',
    '$anchor',
    '$vocabulary',
    '$defs',
    'definitions',
    'title',
    'description',
    'default',
  ],
  ...['examples', 'example', 'deprecated', 'readOnly', 'writeOnly', 'externalDocs', 'xml'],
];

function issueFinder(schema: unknown): FindIssues {
  if (isStandardSchema(schema)) return (value) => standardSchemaIssues(schema, value);
  const issuesOf = compileJsonSchema(schema as JsonSchema);
  return (value) => issuesOf(value).map(({ text }) => text);
}

/** Why `schema` isn't a usable schema. */
export function schemaProblemOf(schema: unknown): string | undefined {
  if (!isLikeSchema(schema)) return `expected a schema, received ${printValue(schema, { maxLength: 80 })}`;
  if (isStandardSchema(schema)) return undefined;
  if (isThenable(schema)) return 'the schema is a promise: await it first';
  if (Object.keys(schema as object).every((keyword) => ANNOTATIONS.includes(keyword))) {
    return 'the schema is empty, so every value would match';
  }
  return expectedProblem(schema);
}

/** Whether a value can be a schema at all, or a promise of one. */
export function isLikeSchema(value: unknown): boolean {
  return isStandardSchema(value) || isThenable(value) || Object.prototype.toString.call(value) === '[object Object]';
}

function describeSchema(schema: unknown): string {
  if (isStandardSchema(schema)) return `a value that matches the ${schema['~standard'].vendor ?? 'standard'} schema`;
  const { title, $id } = schema as { title?: unknown; $id?: unknown };
  const name = [title, $id].find((candidate) => typeof candidate === 'string');
  return `a value that matches the JSON Schema ${printValue(name ?? schema, { maxLength: 160 })}`;
}

function shorten(issues: readonly string[]): string {
  const more = issues.length - ISSUES_SHOWN;
  return [...issues.slice(0, ISSUES_SHOWN), ...(more > 0 ? [`… ${more} more`] : [])].join('\n');
}

markFactories(matchesSchema);
