import type { default as Ajv, ErrorObject, Options } from 'ajv';
import { ConnectorTestError } from '../../errors';
import { jsonText, parseJson } from '../../json/exact-json';
import { joinPath } from '../paths/path-text';
import { printValue, thrownText } from '../values/print';
import { verdictOf } from '../verdict';
import { addExactKeywords, type Validated } from './exact-keywords';
import { hasBigint, type Stand, standInFor } from './stand-in';

/** A JSON Schema. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Keywords that say nothing about validity; everything else that is unknown is refused. */
const ANNOTATIONS = ['example', 'externalDocs', 'xml'];

/** One thing that is wrong with a value. */
export interface SchemaIssue {
  /** The keys that lead to the part that is wrong. */
  readonly path: readonly string[];
  /** What is wrong, in one line that names the path. */
  readonly text: string;
}

/** Says what is wrong with a value. */
export type IssuesOf = (value: unknown) => readonly SchemaIssue[];

/** `schema`, which the user wrote, as a function. Keywords that are unknown are refused, for nothing would check them. */
export function compileJsonSchema(schema: JsonSchema): IssuesOf {
  return compile(schema, STRICT);
}

/**
 * A schema that a server gave of what it takes, as a function. Read as 2020-12, as servers write it, with whatever
 * keywords; and a value passes that the server would convert, such as "5" for a number.
 */
export function compileContract(schema: JsonSchema): IssuesOf {
  const issuesOf = compile({ $schema: DIALECT, ...schema }, LENIENT);
  // Ajv converts in place.
  return (value) => issuesOf(parseJson(jsonText(value)));
}

/** Whether there is an `ajv` that can read contracts. */
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

/** Ajv does not know bigints: it is given numbers in their place, and the keywords that look at them see the bigints. */
function compileExact(schema: Stand, strictness: Options): IssuesOf {
  const validated: Validated = { schema, data: standInFor(undefined) };
  const validate = compiled(schema, strictness, validated);
  return (value) => {
    validated.data = standInFor(value);
    return issuesBy(validate, validated.data.copy, value);
  };
}

function issuesBy(validate: Validate, data: unknown, original: unknown): readonly SchemaIssue[] {
  // An asynchronous schema answers with a promise, which is no verdict.
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
      what: 'The JSON Schema cannot be used.',
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
  // Version 6, which other tools bring along, has no `default`.
  if (typeof module.default !== 'function')
    throw ajvMissing('an older version of ajv was found, and version 8 is needed');
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

/** Formats come from a package of their own; without it ajv refuses a schema that uses one. */
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
    what: 'matchesSchema() needs ajv to check a JSON Schema: run `npm install --save-dev ajv@8 ajv-formats`.',
    why,
    fix: 'run the command, or pass a schema of zod, valibot or arktype.',
  });
}

function fixFor(why: string): string {
  if (why.includes('unknown format'))
    return 'npm install --save-dev ajv-formats, or take the format out of the schema.';
  return 'correct the schema; set "$schema" if it is not of draft-07.';
}

function issueOf(error: ErrorObject, value: unknown): SchemaIssue {
  const path = error.instancePath.split('/').slice(1).map(fromPointer);
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
  // The value as a whole is in the message already.
  if (path === '') return `it ${message}${detail}`;
  return `at ${JSON.stringify(path)}: it ${message}${detail}, received ${printValue(given, { maxLength: 120 })}`;
}

/** With its bigints; and as it was, where ajv has converted it. */
function valueAt(value: unknown, segments: readonly string[]): unknown {
  return segments.reduce<unknown>((holder, key) => (holder as Record<string, unknown> | undefined)?.[key], value);
}

/** The parameters that ajv leaves out of its message. */
function detailOf(params: Record<string, unknown>): string {
  const { additionalProperty, unevaluatedProperty, allowedValues, allowedValue } = params;
  const detail = additionalProperty ?? unevaluatedProperty ?? allowedValues ?? allowedValue;
  return detail === undefined ? '' : ` (${printValue(detail, { maxLength: 120 })})`;
}

function fromPointer(part: string): string {
  return part.replace(/~1/g, '/').replace(/~0/g, '~');
}
