import { parsePath } from '../../assertions/paths/path-text';
import type { JsonSchema } from '../../assertions/schema/json-schema';
import { matchesSchema } from '../../assertions/schema/schema';
import type { StandardSchemaLike } from '../../assertions/schema/standard-schema';
import { text } from '../../validation/field-rules';
import { isRecord, isText, shapeProblems } from '../../validation/shape';
import { recordName } from '../baseline/identity';
import { valueAt } from '../baseline/masks';
import { PathTree } from '../baseline/path-tree';
import { attributesOf, type OutputRecord, placeText, type RecordPlace, typeOf } from '../record';
import type { RecordCheck, RecordRule, RuleFindings } from './record-rule';

/** The records that a rule applies to. */
export interface RuleOptions {
  /** Only records of this type; there must be at least one. */
  readonly type?: string;
}

/** See the main entry's nonEmpty. */
export function nonEmpty(type?: string): RecordRule {
  return {
    name: type === undefined ? 'there is a record' : `there is a record of type ${type}`,
    problem: type === undefined ? undefined : typeProblem({ type }),
    start: () => counting(type, (count) => (count === 0 ? 'there is none' : undefined)),
  };
}

/** See the main entry's countBetween. */
export function countBetween(type: string, least: number, most: number): RecordRule {
  const areCounts = [least, most].every((count) => typeof count === 'number') && least >= 0 && most >= least;
  const problem = areCounts ? undefined : `countBetween: expected two counts, received ${least}, ${most}`;
  return {
    name: `there are ${least} to ${most} records of type ${type}`,
    problem: isText(type) ? problem : 'countBetween: expected the name of a type',
    start: () => counting(type, (count) => (count < least || count > most ? `there are ${count}` : undefined)),
  };
}

/** See the main entry's requiredAttributes. */
export function requiredAttributes(names: string | readonly string[], options: RuleOptions = {}): RecordRule {
  return attributeRule(names, options, { says: '', lacks: (value) => value === undefined });
}

/** See the main entry's attributeNotNull. */
export function attributeNotNull(names: string | readonly string[], options: RuleOptions = {}): RecordRule {
  return attributeRule(names, options, {
    says: ', not null',
    lacks: (value) => value === undefined || value === null,
  });
}

/** See the main entry's uniqueQualifiedName. */
export function uniqueQualifiedName(options: RuleOptions = {}): RecordRule {
  const start = (): RecordCheck => {
    const seen = new Map<string, RecordPlace>();
    return perRecord(options, (record, place) => {
      const name = attributesOf(record)['qualifiedName'] as unknown;
      if (!isText(name)) return `${labelOf(record)} has no qualifiedName`;
      const key = `${typeOf(record)} ${name}`;
      const first = seen.get(key);
      if (first !== undefined) return `${key} already exists, at ${placeText(first)}`;
      seen.set(key, place);
      return undefined;
    });
  };
  return { name: `the qualifiedName of ${subject(options)} is unique`, problem: typeProblem(options), start };
}

/** See the main entry's matchesRecordSchema. */
export function matchesRecordSchema(schema: JsonSchema | StandardSchemaLike, options: RuleOptions = {}): RecordRule {
  const fits = matchesSchema(schema);
  const start = (): RecordCheck =>
    perRecord(options, (record) => (fits(record) ? undefined : `${labelOf(record)}: ${String(fits.explain(record))}`));
  return { name: `${subject(options)} matches its schema`, problem: fits.problem ?? typeProblem(options), start };
}

/** Checks each record of a type. It is a finding if there is none, because then nothing was checked. */
export function perRecord(
  { type }: RuleOptions,
  check: (record: OutputRecord, place: RecordPlace) => RuleFindings,
): RecordCheck {
  let seen = 0;
  return {
    record: (record, place) => {
      if (type !== undefined && typeOf(record) !== type) return undefined;
      seen += 1;
      return check(record, place);
    },
    end: () => (seen === 0 ? `there are no records of type ${String(type)}, so nothing was checked` : undefined),
  };
}

/** A record's name for a message: `Column sales/orders/id`. */
export function labelOf(record: OutputRecord): string {
  return `${typeOf(record)} ${recordName(record, NOTHING)}`;
}

/** The problem in the options of a rule, if there is one. */
export function typeProblem(options: RuleOptions): string | undefined {
  if (!isRecord(options)) return "expected options such as { type: 'Table' }";
  const problem = shapeProblems(options, { type: text }, 'options')[0];
  return problem && `expected ${problem.expected}, received ${String(problem.received)}; type is the name of a type`;
}

const NOTHING = new PathTree();

interface AttributeTest {
  readonly says: string;
  readonly lacks: (value: unknown) => boolean;
}

function attributeRule(names: string | readonly string[], options: RuleOptions, test: AttributeTest): RecordRule {
  const given: readonly unknown[] = Array.isArray(names) ? names : [names];
  const list = given.filter(isText);
  const paths = list.map((name) => ({ name, segments: parsePath(name).segments }));
  const areNames = list.length > 0 && list.length === given.length;
  const start = (): RecordCheck =>
    perRecord(options, (record) => {
      const lacking = paths.filter(({ segments }) => test.lacks(attributeAt(record, segments)));
      const found = lacking.map(({ name, segments }) =>
        attributeAt(record, segments) === null ? `${name} is null` : `${name} is missing`,
      );
      return found.length === 0 ? undefined : `${labelOf(record)}: ${found.join(', ')}`;
    });
  const problem = areNames ? typeProblem(options) : 'expected at least one name of an attribute';
  return { name: `${subject(options)} has ${list.join(', ')}${test.says}`, problem, start };
}

function attributeAt(record: OutputRecord, segments: readonly string[]): unknown {
  return valueAt(segments.length === 1 ? attributesOf(record) : record, segments);
}

function counting(type: string | undefined, judge: (count: number) => RuleFindings): RecordCheck {
  let count = 0;
  return {
    record: (record) => {
      if (type === undefined || typeOf(record) === type) count += 1;
    },
    end: () => judge(count),
  };
}

function subject({ type }: RuleOptions): string {
  return `each ${type ?? 'record'}`;
}
