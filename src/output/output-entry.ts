import type { JsonSchema } from '../assertions/schema/json-schema';
import type { StandardSchemaLike } from '../assertions/schema/standard-schema';
import type { CompareOptions } from './baseline/compare-with-expected-data';
import type { DataComparison } from './baseline/comparison';
import type { RecordSource } from './read/each-record';
import type { OutputRecord } from './record';
import type { RecordRule } from './rules/record-rule';
import type { RecordsReport } from './rules/records-report';
import type { ReferenceOptions } from './rules/references-resolve';
import type { RuleOptions } from './rules/rules';

// This folder's part of the main entry. Every test file loads the main entry, so the rest is loaded on first call.

const rules = (): typeof import('./rules/rules') => require('./rules/rules') as typeof import('./rules/rules');

/**
 * Compares a workflow's output with a baseline. Both are streamed, so their size doesn't matter.
 *
 * @param output A folder or file of output (`.json`, `.jsonl`, `.ndjson`: JSON lines; `.parquet` with the package
 * `hyparquet`), or records.
 * @param file The baseline: `.json` with `{ "<Type>": [{ "attributes": {…} }] }`, or `.jsonl` with one record per line.
 * @throws ConnectorTestError OUTPUT_MISSING, OUTPUT_UNREADABLE, BASELINE_MISSING, BASELINE_INVALID, INVALID_OPTIONS
 * @example
 * const comparison = await compareWithExpectedData('./local/output/wf/run/transformed', 'expected/sales.json');
 * if (!comparison.matches) console.log(comparison.report);
 */
export function compareWithExpectedData(
  output: RecordSource,
  file: string,
  options?: CompareOptions,
): Promise<DataComparison> {
  const module =
    require('./baseline/compare-with-expected-data') as typeof import('./baseline/compare-with-expected-data');
  return module.compareWithExpectedData(output, file, options);
}

/**
 * Checks a workflow's output against rules. The output is streamed, so its size doesn't matter.
 *
 * @param output A folder or file of output, or records; see {@link compareWithExpectedData}.
 * @throws ConnectorTestError OUTPUT_MISSING, OUTPUT_UNREADABLE, INVALID_OPTIONS
 * @example
 * const report = await checkRecords('./local/output/wf/run/transformed', [nonEmpty('Table'), uniqueQualifiedName()]);
 * if (!report.passed) console.log(report.report);
 */
export function checkRecords(output: RecordSource, all: readonly RecordRule[]): Promise<RecordsReport> {
  return (require('./rules/check-records') as typeof import('./rules/check-records')).checkRecords(output, all);
}

/**
 * Reads the records of an output one by one. The output is streamed, so its size doesn't matter.
 *
 * @param output A folder or file of output: JSON lines (`.json`, `.jsonl`, `.ndjson`), Parquet with the package `hyparquet`.
 * @throws ConnectorTestError OUTPUT_MISSING if there is no output, OUTPUT_UNREADABLE with the file and the line.
 * @example
 * for await (const record of readRecords('./local/output/wf/run/transformed')) names.push(record.attributes.name);
 */
export function readRecords(output: RecordSource): AsyncGenerator<OutputRecord, void, void> {
  return (require('./read/read-records') as typeof import('./read/read-records')).readRecords(output);
}

/**
 * Requires at least one record, of the given type if there is one.
 *
 * @example
 * nonEmpty('Table')
 */
export function nonEmpty(type?: string): RecordRule {
  return rules().nonEmpty(type);
}

/**
 * Requires at least `least` and at most `most` records of a type.
 *
 * @example
 * countBetween('Table', 10, 20)
 */
export function countBetween(type: string, least: number, most: number): RecordRule {
  return rules().countBetween(type, least, most);
}

/**
 * Requires these attributes in each record; `null` counts as a value. A name means an attribute; a path
 * (`customAttributes.owner`) starts at the record.
 *
 * @example
 * requiredAttributes(['name', 'qualifiedName'], { type: 'Table' })
 */
export function requiredAttributes(names: string | readonly string[], options?: RuleOptions): RecordRule {
  return rules().requiredAttributes(names, options);
}

/**
 * Requires these attributes in each record, with values other than `null`.
 *
 * @example
 * attributeNotNull('dataType', { type: 'Column' })
 */
export function attributeNotNull(names: string | readonly string[], options?: RuleOptions): RecordRule {
  return rules().attributeNotNull(names, options);
}

/** Requires that each record has a `qualifiedName` that is unique among records of its type. */
export function uniqueQualifiedName(options?: RuleOptions): RecordRule {
  return rules().uniqueQualifiedName(options);
}

/**
 * Requires that each record matches a schema: one of a library that implements Standard Schema (zod, valibot, arktype),
 * or a JSON Schema, which needs `ajv`.
 *
 * @example
 * matchesRecordSchema(z.object({ attributes: z.object({ name: z.string() }) }), { type: 'Table' })
 */
export function matchesRecordSchema(schema: JsonSchema | StandardSchemaLike, options?: RuleOptions): RecordRule {
  return rules().matchesRecordSchema(schema, options);
}

/**
 * Requires that every record that is referred to exists in the output. References are objects
 * `{ typeName, uniqueAttributes: { qualifiedName } }`, alone or in a list, and attributes such as `schemaQualifiedName`
 * and `tableQualifiedName`. References outside the record's own connection (`connectionQualifiedName`) are ignored. It is
 * also a finding if there are no references at all.
 *
 * @example
 * referencesResolve({ ignoredFields: ['viewQualifiedName'] })
 */
export function referencesResolve(options?: ReferenceOptions): RecordRule {
  return (require('./rules/references-resolve') as typeof import('./rules/references-resolve')).referencesResolve(
    options,
  );
}
