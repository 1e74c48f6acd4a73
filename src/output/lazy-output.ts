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
 * Compares a workflow's output with a baseline, in constant memory.
 *
 * @param output A folder or file of output (JSON lines in `.json`, `.jsonl` or `.ndjson`; `.parquet` with the package
 * `hyparquet`), or records.
 * @param file The baseline: `.json`, `{ "<Type>": [{ "attributes": {…} }] }`, or `.jsonl`, one record per line.
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
 * Checks a workflow's output against rules.
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
 * Reads the records of an output one by one, in constant memory. Use `for await`.
 *
 * @param output A folder or file of output: JSON lines (`.json`, `.jsonl`, `.ndjson`), or Parquet with the package
 * `hyparquet`.
 * @throws ConnectorTestError OUTPUT_MISSING if there is none, OUTPUT_UNREADABLE with the file and the line.
 * @example
 * for await (const record of readRecords('./local/output/wf/run/transformed')) names.push(record.attributes.name);
 */
export function readRecords(output: RecordSource): AsyncGenerator<OutputRecord, void, void> {
  return (require('./read/read-records') as typeof import('./read/read-records')).readRecords(output);
}

/**
 * There is at least one record, of this type if one is given.
 *
 * @example
 * nonEmpty('Table')
 */
export function nonEmpty(type?: string): RecordRule {
  return rules().nonEmpty(type);
}

/**
 * There are at least `least` and at most `most` records of this type.
 *
 * @example
 * countBetween('Table', 10, 20)
 */
export function countBetween(type: string, least: number, most: number): RecordRule {
  return rules().countBetween(type, least, most);
}

/**
 * Each record has these attributes; `null` counts as a value. A plain name is an attribute; a path such as
 * `customAttributes.owner` starts at the record.
 *
 * @example
 * requiredAttributes(['name', 'qualifiedName'], { type: 'Table' })
 */
export function requiredAttributes(names: string | readonly string[], options?: RuleOptions): RecordRule {
  return rules().requiredAttributes(names, options);
}

/**
 * Each record has these attributes, with values other than `null`.
 *
 * @example
 * attributeNotNull('dataType', { type: 'Column' })
 */
export function attributeNotNull(names: string | readonly string[], options?: RuleOptions): RecordRule {
  return rules().attributeNotNull(names, options);
}

/**
 * Each record has a `qualifiedName`, and no other record of its type has the same one.
 *
 * @example
 * uniqueQualifiedName({ type: 'Table' })
 */
export function uniqueQualifiedName(options?: RuleOptions): RecordRule {
  return rules().uniqueQualifiedName(options);
}

/**
 * Each record matches a schema of a library with Standard Schema (zod, valibot, arktype), or a JSON Schema, which needs
 * `ajv`.
 *
 * @example
 * matchesRecordSchema({ type: 'object', required: ['attributes'] }, { type: 'Table' })
 */
export function matchesRecordSchema(schema: JsonSchema | StandardSchemaLike, options?: RuleOptions): RecordRule {
  return rules().matchesRecordSchema(schema, options);
}

/**
 * The records that other records refer to exist in the output. References are `{ typeName, uniqueAttributes: {
 * qualifiedName } }`, alone or in a list, and attributes such as `tableQualifiedName`. References that lead out of the
 * record's own connection (`connectionQualifiedName`) aren't checked. An output without references fails.
 *
 * @example
 * referencesResolve({ ignoredFields: ['viewQualifiedName'] })
 */
export function referencesResolve(options?: ReferenceOptions): RecordRule {
  return (require('./rules/references-resolve') as typeof import('./rules/references-resolve')).referencesResolve(
    options,
  );
}
