import { printValue } from '../../assertions/values/print';
import { countOf } from '../../count-of';
import { redactText } from '../../redaction/process-redactor';
import { shortPath, shortPlace } from '../short-path';
import type { DataComparison, DifferenceKind, FieldDifference, RecordDifference, TypeComparison } from './comparison';
import { nearestMask } from './masks';

const KINDS: readonly DifferenceKind[] = ['missing', 'extra', 'changed', 'duplicate'];
const SHOWN_RECORDS = 5;
const SHOWN_FIELDS = 5;
const SHOWN_TYPES = 30;
const VALUE_LENGTH = 160;

/** The report of a comparison: how many records per type differ, the first of them, and what was not compared. */
export function comparisonText(comparison: Omit<DataComparison, 'report'>): string {
  const { matches, types, expectedFile } = comparison;
  const written = writtenText(comparison);
  if (matches && written !== undefined) return written;
  const file = shortPath(expectedFile);
  const received = countOf(
    sum(types, ({ received: count }) => count),
    'record',
  );
  if (matches) return redactText(`${received} compared with ${file}: no differences.`);
  const differing = types.filter(({ counts }) => total(counts) > 0);
  const parts = [
    `${received} compared with ${file}: ${differencesText(types)}.`,
    typesTable(types),
    ...differing.map(typeText),
    ignoredText(comparison),
    'If this output is correct, run `jest -u` to rewrite the baseline.',
  ];
  return redactText(parts.filter((part) => part !== '').join('\n\n'));
}

/** The line about a baseline that was written; `undefined` if none was. */
export function writtenText({ types, expectedFile, written }: Omit<DataComparison, 'report'>): string | undefined {
  if (!written) return undefined;
  const records = countOf(
    sum(types, ({ expected }) => expected),
    'record',
  );
  return redactText(`${records} written to the baseline ${shortPath(expectedFile)}.`);
}

function typesTable(types: readonly TypeComparison[]): string {
  const rows = types.slice(0, SHOWN_TYPES).map(({ type, expected, received, counts }) => {
    const cells = [expected, received, ...KINDS.map((kind) => counts[kind])];
    return [type, ...cells.map((count) => count.toLocaleString('en-US'))];
  });
  const more = types.length - rows.length;
  const table = textTable([['type', 'expected', 'received', ...KINDS], ...rows]);
  return more > 0 ? `${table}\n… ${countOf(more, 'more type')}` : table;
}

/** Formats rows in columns: the first column is left-aligned, the others are right-aligned numbers. */
function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => row.map((cell, column) => padded(cell, column, widths[column] ?? 0)).join('  '))
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

function padded(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

function typeText({ type, counts, differences }: TypeComparison): string {
  const lines = KINDS.flatMap((kind) => {
    const shown = differences.filter((difference) => difference.kind === kind).slice(0, SHOWN_RECORDS);
    const more = counts[kind] - shown.length;
    const texts = shown.flatMap(recordLines);
    return more > 0 ? [...texts, `  … ${more.toLocaleString('en-US')} more ${kind}`] : texts;
  });
  return [type, ...lines].join('\n');
}

function recordLines(difference: RecordDifference): string[] {
  const { kind, name, place, expectedPlace, fields } = difference;
  const places = [
    place && `output: ${shortPlace(place)}`,
    expectedPlace && `baseline: ${shortPlace(expectedPlace)}`,
  ].filter(Boolean);
  const more = fields.length - SHOWN_FIELDS;
  return [
    `  ${kind} ${name} (${places.join(', ')})`,
    ...fields.slice(0, SHOWN_FIELDS).flatMap(fieldLines),
    ...(more > 0 ? [`    … ${countOf(more, 'more field')}`] : []),
    ...(kind === 'duplicate'
      ? ['    if these are two records, add a parent (schemaName, tableName …) to the baseline']
      : []),
  ];
}

function fieldLines(field: FieldDifference): string[] {
  const mask = nearestMask(field.expected);
  return [
    `    ${field.path}`,
    `      expected: ${sideText(field, 'expected')}`,
    `      received: ${sideText(field, 'received')}`,
    ...(mask === undefined ? [] : [`      did you mean the mask ${JSON.stringify(mask)}?`]),
  ];
}

function sideText(field: FieldDifference, side: 'expected' | 'received'): string {
  return side in field ? printValue(field[side], { maxLength: VALUE_LENGTH }) : 'nothing: the field is missing';
}

function ignoredText({ ignored }: Pick<DataComparison, 'ignored'>): string {
  if (ignored.length === 0) return '';
  const names = ignored.map(({ field, reason }) => (reason === undefined ? field : `${field} (${reason})`));
  return `Not compared: ${names.join(', ')}.`;
}

/** The number of differing records of all types, by kind: `1 missing, 2 changed`. */
export function differencesText(types: readonly TypeComparison[]): string {
  return countsText(summed(types.map(({ counts }) => counts)));
}

function countsText(counts: Readonly<Record<DifferenceKind, number>>): string {
  const named = KINDS.filter((kind) => counts[kind] > 0);
  return named.map((kind) => `${counts[kind].toLocaleString('en-US')} ${kind}`).join(', ');
}

function summed(all: readonly Readonly<Record<DifferenceKind, number>>[]): Record<DifferenceKind, number> {
  const of = (kind: DifferenceKind): number => sum(all, (counts) => counts[kind]);
  return { missing: of('missing'), extra: of('extra'), changed: of('changed'), duplicate: of('duplicate') };
}

/** The number of differing records. */
export function total(counts: Readonly<Record<DifferenceKind, number>>): number {
  return sum(KINDS, (kind) => counts[kind]);
}

function sum<Item>(items: readonly Item[], numberOf: (item: Item) => number): number {
  return items.reduce((before, item) => before + numberOf(item), 0);
}
