import { jsonText } from '../../json/exact-json';
import { isRecord } from '../../validation/shape';
import type { TestRecord } from '../model/run-model';
import { pageDetail, type Surroundings } from './detail/page-detail';
import { listOf, shortText } from './foreign';
import type { PageDetail, PageEntry, PageRecord } from './page-data';

/** A longer record is embedded as details, which are cut. */
const LONGEST_RECORD = 10_000;

/**
 * The entry of a test in a chunk, as JSON in pieces. A test that passed is embedded as the record that it is: most of them are never
 * opened, so the page makes their details. Those of other tests have parts that only Node can make.
 *
 * @param line The JSON of the test.
 */
export function entryPieces(test: TestRecord, line: string, around: Surroundings): readonly string[] {
  if (line.length > LONGEST_RECORD || !hasPassed(test)) return [jsonText(pageDetail(test, around))];
  const { find, neededBy } = around;
  const names = namesIn(test);
  const rest: Omit<PageRecord, 'record'> = {
    ...(names.length > 0 && { links: Object.fromEntries(names.map((name) => [name, find(name).id])) }),
    ...(neededBy.length > 0 && { neededBy }),
  };
  const others = jsonText(rest);
  return ['{"record":', line, others === '{}' ? '}' : `,${others.slice(1)}`];
}

/** Whether no attempt failed. A record of another origin may be anything. */
function hasPassed({ attempts }: TestRecord): boolean {
  return Array.isArray(attempts) && attempts.every((attempt) => isRecord(attempt) && attempt['status'] === 'passed');
}

/** The scenarios that a test refers to. */
function namesIn({ scenario, attempts }: TestRecord): string[] {
  const given = attempts.flatMap(({ result }) => (isRecord(result?.given) ? Object.keys(result.given) : []));
  return [...new Set([...listOf(scenario?.needs), ...given])].filter((name) => typeof name === 'string');
}

/** The details of a test, from its entry in a chunk. */
export function detailOfEntry(entry: PageEntry): PageDetail {
  if (!('record' in entry)) return entry;
  const { record, links = {}, neededBy = [] } = entry;
  const idOf = (name: string): string | undefined => (Object.hasOwn(links, name) ? links[name] : undefined);
  return pageDetail(record, { find: (name) => ({ name: shortText(name), id: idOf(name) }), neededBy });
}
