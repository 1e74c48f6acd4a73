import { jsonText } from '../../json/exact-json';
import { breakCommandsInJson } from '../../redaction/text/break-commands';

/** An object with a list that may be too long to be in memory as JSON. */
export interface ObjectWithList {
  /** The object without the list. */
  readonly around: object;
  readonly name: string;
  readonly items: Iterable<object>;
  /** In how many objects, each the last field of the one before, the list is. @default 1 */
  readonly depth?: number | undefined;
}

/** The JSON of an object whose last field is a list, in pieces: a line for what is around it, then one per item. */
export function* jsonWithList({ around, name, items, depth = 1 }: ObjectWithList): Generator<string> {
  const end = '}'.repeat(depth);
  yield `${lineOf(around).slice(0, -depth)},${JSON.stringify(name)}:[`;
  let separator = '\n';
  for (const item of items) {
    yield `${separator}${lineOf(item)}`;
    separator = ',\n';
  }
  yield `\n]${end}\n`;
}

function lineOf(value: object): string {
  return breakCommandsInJson(jsonText(value));
}
