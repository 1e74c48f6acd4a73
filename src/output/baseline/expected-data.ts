import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { ConnectorTestError, isConnectorTestError } from '../../errors';
import type { Steps } from '../chunked';
import { eachOfFile, eachRecord, type RecordSource } from '../read/each-record';
import type { OutputFile } from '../read/output-files';
import { shortPath } from '../short-path';
import { BaselineIndex } from './baseline-index';
import type { DataComparison } from './comparison';
import { comparisonText, total } from './comparison-text';
import type { ExpectedDataOptions } from './expected-data-options';
import { type IgnoredField, ignoredFieldList, ignoredPaths } from './ignored-fields';
import { Outlines } from './outlines';
import { PathTree } from './path-tree';
import { RecordComparison } from './record-comparison';

/** An output, its baseline file, and the options of the comparison. */
export interface ComparisonOrder {
  readonly source: RecordSource;
  readonly file: string;
  readonly options: ExpectedDataOptions;
}

/**
 * Compares an output with its baseline. Both are read record by record; only a few numbers are kept per baseline record.
 *
 * @throws ConnectorTestError BASELINE_MISSING, BASELINE_INVALID, OUTPUT_MISSING, OUTPUT_UNREADABLE
 */
export function* compareSteps({ source, file, options }: ComparisonOrder): Steps<DataComparison> {
  const baseline = baselineFile(file);
  const { strictComparison = true } = options;
  const ignored = ignoredFieldList(options.ignoredFields);
  const paths = ignoredPaths(ignored);
  const tree = new PathTree(paths);
  const index = new BaselineIndex(new Outlines(paths, strictComparison), tree);

  yield* eachOfFile(baseline, 'BASELINE_INVALID', (record, place) => index.add(record, place));
  if (index.size === 0) throw emptyBaseline(baseline.path);
  const comparison = new RecordComparison({
    ...{ index, ignored: tree, expectedFile: baseline.path, refusesExtra: strictComparison !== false },
  });
  yield* eachRecord(source, (record, place) => comparison.receive(record, place));
  if (comparison.settle()) {
    let ordinal = 0;
    yield* eachOfFile(baseline, 'BASELINE_INVALID', (record) => comparison.explain(record, ordinal++));
  }
  return outcome(comparison, baseline.path, ignored);
}

function outcome(comparison: RecordComparison, expectedFile: string, ignored: readonly IgnoredField[]): DataComparison {
  const types = comparison.types();
  const matches = types.every(({ counts }) => total(counts) === 0);
  return withReport({ matches, expectedFile, written: false, types, ignored });
}

/** The report is built on demand, because it is not needed if there are no differences. */
export function withReport(comparison: Omit<DataComparison, 'report'>): DataComparison {
  return {
    ...comparison,
    get report() {
      return comparisonText(comparison);
    },
  };
}

/** Whether the baseline exists. */
export function hasBaseline(file: string): boolean {
  return statSync(resolve(file), { throwIfNoEntry: false }) !== undefined;
}

/** The format of a baseline: a document, or one record per line. */
export function baselineFormat(file: string): 'document' | 'lines' {
  const extension = extname(file);
  if (extension === '.json') return 'document';
  if (extension === '.jsonl' || extension === '.ndjson') return 'lines';
  throw new ConnectorTestError('BASELINE_INVALID', {
    what: `Invalid baseline file name: ${file}`,
    why: 'a baseline ends with .json (records by type), or with .jsonl or .ndjson (one record per line).',
    fix: 'use a file name with one of these extensions.',
  });
}

function baselineFile(file: string): OutputFile {
  const path = resolve(file);
  const format = baselineFormat(path);
  if (!hasBaseline(path)) {
    throw new ConnectorTestError('BASELINE_MISSING', {
      what: `The baseline ${shortPath(path)} does not exist, so nothing was compared.`,
      fix: 'run `jest -u` to write it from this output; review it and commit it.',
    });
  }
  return { path, format };
}

function emptyBaseline(path: string): ConnectorTestError {
  return new ConnectorTestError('BASELINE_INVALID', {
    what: `The baseline ${shortPath(path)} contains no records, so nothing would be compared.`,
    fix: 'run `jest -u` to rewrite it from this output; review it and commit it.',
  });
}

/** Only global setup can detect `jest -u`; without it, the advice to run `jest -u` would have no effect. */
export function withoutGlobalSetup(error: unknown): unknown {
  if (!isConnectorTestError(error) || error.code !== 'BASELINE_MISSING') return error;
  return new ConnectorTestError('BASELINE_MISSING', {
    what: error.what,
    why: "`jest -u` writes it, but only after jest-connector's global setup has run, and it has not.",
    fix: 'use the preset, or call setupConnector() in your global setup; then run `jest -u`.',
  });
}
