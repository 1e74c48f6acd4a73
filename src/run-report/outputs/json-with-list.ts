import { jsonText } from '../../json/exact-json';
import { breakCommandsInJson } from '../../redaction/text/break-commands';

/** An object with a list that may be too long to be in memory as JSON. */
export interface ObjectWithList {
  /** The object without the list. */
  readonly around: object;
  readonly name: string;
  /** Items before these, which are in the first piece. @default none */
  readonly first?: readonly object[] | undefined;
  readonly items: Iterable<object>;
  /** In how many objects, each the last field of the one before, the list is. @default 1 */
  readonly depth?: number | undefined;
}

/** The JSON of an object whose last field is a list, in pieces: what is around it, then one line per item. */
export function* jsonWithList({ around, name, first = [], items, depth = 1 }: ObjectWithList): Generator<string> {
  const end = '}'.repeat(depth);
  let separator = '\n';
  const lineOfItem = (item: object): string => {
    const line = `${separator}${lineOf(item)}`;
    separator = ',\n';
    return line;
  };
  yield `${lineOf(around).slice(0, -depth)},${JSON.stringify(name)}:[${first.map(lineOfItem).join('')}`;
  for (const item of items) yield lineOfItem(item);
  yield `\n]${end}\n`;
}

function lineOf(value: object): string {
  return breakCommandsInJson(jsonText(value));
}
