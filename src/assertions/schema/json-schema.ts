import type { default as Ajv, ErrorObject, Options } from 'ajv';
import { ConnectorTestError } from '../../errors';
import { jsonText, parseJson } from '../../json/exact-json';
import { joinPath } from '../paths/path-text';
import { printValue, thrownText } from '../values/print';
import { verdictOf } from '../verdict';
import { addExactKeywords, type Validated } from './exact-keywords';
import { keyOfPointer } from './json-pointer';
import { hasBigint, type Stand, standInFor } from './stand-in';

/** A JSON Schema. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Keywords that don't affect validity; any other unknown keyword is rejected. */
const ANNOTATIONS = ['example', 'externalDocs', 'xml'];

/** One problem of a value. */
export interface SchemaIssue {
  /** The keys of the invalid part. */
  readonly path: readonly string[];
  /** The problem in one line, including the path. */
  readonly text: string;
}

/** Returns the problems of a value. */
export type IssuesOf = (value: unknown) => readonly SchemaIssue[];

/** Compiles a user's schema. Unknown keywords are rejected, because nothing would check them. */
export function compileJsonSchema(schema: JsonSchema): IssuesOf {
  return compile(schema, STRICT);
}

/**
 * Compiles a server's schema of its input. It is read as 2020-12, which servers use, and unknown keywords are allowed. A
 * value that the server would convert, such as "5" for a number, is valid.
 */
export function compileContract(schema: JsonSchema): IssuesOf {
  const issuesOf = compile({ $schema: DIALECT, ...schema }, LENIENT);
  // Ajv converts in place.
  return (value) => issuesOf(parseJson(jsonText(value)));
}

/** Whether an `ajv` is installed that can compile contracts. */
export function hasAjv(): boolean {
  try {
    require.resolve('ajv/dist/2020');
    return true;
  } catch {
    return false;
  }
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const STRICT = { strictTypes: false, strictTuples: false, strictRequired: false, allowUnionTypes: true } as const;
const LENIENT = { strict: false, coerceTypes: true } as const;

type Validate = ReturnType<Ajv['compile']>;

function compile(schema: JsonSchema, strictness: Options): IssuesOf {
  const given = standInFor(schema);
  const validate = compiled(given, strictness);
  let exactIssuesOf: IssuesOf | undefined;
  return (value) => {
    const hasNone = given.copy === schema && !hasBigint(value);
    return hasNone ? issuesBy(validate, value, value) : (exactIssuesOf ??= compileExact(given, strictness))(value);
  };
}

/** Ajv doesn't support bigints: it receives numbers instead, and our number keywords look up the bigints. */
function compileExact(schema: Stand, strictness: Options): IssuesOf {
  const validated: Validated = { schema, data: standInFor(undefined) };
  const validate = compiled(schema, strictness, validated);
  return (value) => {
    validated.data = standInFor(value);
    return issuesBy(validate, validated.data.copy, value);
  };
}

function issuesBy(validate: Validate, data: unknown, original: unknown): readonly SchemaIssue[] {
  // An asynchronous schema returns a promise, not a result.
  return verdictOf(validate(data)) ? [] : (validate.errors ?? []).map((issue) => issueOf(issue, original));
}

function compiled({ copy }: Stand, strictness: Options, validated?: Validated): Validate {
  const schema = copy as JsonSchema;
  const ajv = createAjv(schema, strictness);
  if (validated) addExactKeywords(ajv, validated);
  try {
    return ajv.compile(schema);
  } catch (error) {
    throw new ConnectorTestError('INVALID_PREDICATE_ARGUMENT', {
      what: 'Invalid JSON Schema.',
      why: thrownText(error),
      fix: fixFor(thrownText(error)),
    });
  }
}

function createAjv(schema: JsonSchema, strictness: Options): Ajv {
  const AjvClass = loadAjv(schema);
  const ajv = new AjvClass({ allErrors: true, verbose: true, logger: false, ...strictness });
  ajv.addVocabulary(ANNOTATIONS);
  loadFormats()?.(ajv);
  return ajv;
}

function loadAjv(schema: JsonSchema): typeof Ajv {
  const dialect = String(schema['$schema'] ?? '');
  const module = requireAjv(dialect);
  // Version 6, a dependency of other tools, has no `default`.
  if (typeof module.default !== 'function')
    throw ajvMissing('an older version of ajv was found, but version 8 is needed');
  return module.default;
}

function requireAjv(dialect: string): { readonly default?: typeof Ajv } {
  try {
    if (dialect.includes('2020-12')) return require('ajv/dist/2020') as never;
    if (dialect.includes('2019-09')) return require('ajv/dist/2019') as never;
    return require('ajv') as never;
  } catch (error) {
    throw ajvMissing(thrownText(error).split('\n')[0] ?? '');
  }
}

/** Formats are in a separate package; without it, ajv rejects a schema that uses one. */
function loadFormats(): ((ajv: Ajv) => unknown) | undefined {
  try {
    return (require('ajv-formats') as { default: (ajv: Ajv) => unknown }).default;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function ajvMissing(why: string): ConnectorTestError {
  return new ConnectorTestError('INVALID_PREDICATE_ARGUMENT', {
    what: 'matchesSchema() needs ajv for a JSON Schema.',
    why: `${why}; \`npm install --save-dev ajv@8 ajv-formats\` installs it.`,
    fix: 'run the command, or use a zod, valibot or arktype schema.',
  });
}

function fixFor(why: string): string {
  if (why.includes('unknown format'))
    return 'run `npm install --save-dev ajv-formats`, or remove the format from the schema.';
  return 'correct the schema; set "$schema" if it isn\'t draft-07.';
}

function issueOf(error: ErrorObject, value: unknown): SchemaIssue {
  const path = error.instancePath.split('/').slice(1).map(keyOfPointer);
  return { path, text: issueText(error, path, value) };
}

function issueText(
  { message = 'is not valid', params, data }: ErrorObject,
  segments: readonly string[],
  value: unknown,
): string {
  const path = joinPath(segments);
  const given = typeof data === 'number' || typeof data === 'object' ? valueAt(value, segments) : data;
  const detail = detailOf(params);
  // The message already contains the whole value.
  if (path === '') return `it ${message}${detail}`;
  return `at ${JSON.stringify(path)}: it ${message}${detail}, received ${printValue(given, { maxLength: 120 })}`;
}

/** The original value: with bigints, and before conversions by ajv. */
function valueAt(value: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>((holder, key) => (holder as Record<string, unknown> | undefined)?.[key], value);
}

/** The parameters that ajv doesn't include in its message. */
function detailOf(params: Record<string, unknown>): string {
  const { additionalProperty, unevaluatedProperty, allowedValues, allowedValue } = params;
  const detail = additionalProperty ?? unevaluatedProperty ?? allowedValues ?? allowedValue;
  return detail === undefined ? '' : ` (${printValue(detail, { maxLength: 120 })})`;
}
