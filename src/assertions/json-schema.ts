import type { default as Ajv, ErrorObject } from 'ajv';
import { ConnectorTestError } from '../errors';
import { joinPath } from './path-text';
import { printValue, thrownText } from './print';
import { verdictOf } from './verdict';

/** A JSON Schema. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Keywords that say nothing about validity; everything else that is unknown is refused. */
const ANNOTATIONS = ['example', 'externalDocs', 'xml'];

/** `schema` as a function that says what is wrong with a value, a line each. */
export function compileJsonSchema(schema: JsonSchema): (value: unknown) => readonly string[] {
  const ajv = createAjv(schema);
  let validate: ReturnType<Ajv['compile']>;
  try {
    validate = ajv.compile(schema);
  } catch (error) {
    throw new ConnectorTestError('INVALID_PREDICATE_ARGUMENT', {
      what: 'The JSON Schema cannot be used.',
      why: thrownText(error),
      fix: fixFor(thrownText(error)),
    });
  }
  // An asynchronous schema answers with a promise, which is no verdict.
  return (value) => (verdictOf(validate(value)) ? [] : (validate.errors ?? []).map(issueText));
}

function createAjv(schema: JsonSchema): Ajv {
  const AjvClass = loadAjv(schema);
  const ajv = new AjvClass({
    allErrors: true,
    verbose: true,
    logger: false,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
  });
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

function issueText({ instancePath, message, params, data }: ErrorObject): string {
  const path = joinPath(instancePath.split('/').slice(1).map(fromPointer));
  const detail = detailOf(params);
  // The value as a whole is in the message already.
  if (path === '') return `it ${message}${detail}`;
  return `at ${JSON.stringify(path)}: it ${message}${detail}, received ${printValue(data, { maxLength: 120 })}`;
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
