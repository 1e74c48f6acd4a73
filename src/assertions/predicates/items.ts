import { countOf } from '../../count-of';
import type { Json } from '../../json/json';
import type { InnerCheck } from '../checks/check';
import { checkProblem } from '../checks/check-problem';
import { toPredicate } from '../checks/to-predicate';
import { everyYes, judge, someYes } from '../judge';
import { printValue, typePhrase } from '../values/print';
import { childLine } from './children';
import { definePredicate, markFactories, type Predicate, type PredicateOptions } from './predicate';

const SHOWN = { maxLength: 120 };

/**
 * An array in which every item passes the check. An empty array fails.
 *
 * @example
 * 'data.checks': everyItem((check) => check.passed)
 */
export function everyItem<Item = Json>(
  check: InnerCheck<Item>,
  options?: PredicateOptions,
): Predicate<readonly Item[]> {
  const child = toPredicate(check);
  return definePredicate({
    factory: everyItem,
    options,
    problem: checkProblem(check),
    describe: () => `an array in which every item is ${childLine(child)}`,
    test: (value) => isFilled(value) && everyYes(value, child),
    explain: (value) => (isFilled(value) ? explainEvery(value, child) : explainNoItems(value)),
  });
}

/**
 * An array in which at least one item passes the check.
 *
 * @example
 * 'data.databases': someItem(equals('MY_DB'))
 */
export function someItem<Item = Json>(check: InnerCheck<Item>, options?: PredicateOptions): Predicate<readonly Item[]> {
  const child = toPredicate(check);
  return definePredicate({
    factory: someItem,
    options,
    problem: checkProblem(check),
    describe: () => `an array with an item that is ${childLine(child)}`,
    test: (value) => isFilled(value) && someYes(value, child),
    explain: (value) => (isFilled(value) ? explainSome(value, child) : explainNoItems(value)),
  });
}

function isFilled(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0;
}

function explainNoItems(value: unknown): string {
  return Array.isArray(value) ? 'the array is empty' : `${typePhrase(value)}, where an array was expected`;
}

function explainEvery(items: readonly unknown[], child: Predicate): string {
  const index = items.findIndex((item) => !judge(child, item).passed);
  return itemLine(items, index, child);
}

function explainSome(items: readonly unknown[], child: Predicate): string {
  return `none of ${countOf(items.length, 'item')} passes; the first: ${itemLine(items, 0, child)}`;
}

function itemLine(items: readonly unknown[], index: number, child: Predicate): string {
  const { reason } = judge(child, items[index]);
  return `item ${index} is ${printValue(items[index], SHOWN)}${reason === undefined ? '' : `: ${reason}`}`;
}

markFactories(everyItem, someItem);
