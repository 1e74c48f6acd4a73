import { type Code, type CodeField } from './code';
import { stringLiteral } from './string-literal';

const MOST_COLUMNS = 80;
const STEP = 2;

/** Where code begins, and what is around it on its line. */
interface At {
  /** The columns before it. */
  readonly column: number;
  readonly indent: number;
  /** The columns that follow it. */
  readonly after: number;
}

/** Prints code in the style of Prettier, behind `column` other columns: in one line if it fits. */
export function printCode(code: Code, column = 0): string {
  return print(code, { column, indent: 0, after: 1 });
}

/** The key of an object literal, in quotes where it isn't a plain name. */
function keyText(key: string): string {
  // Otherwise it would set the prototype.
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : stringLiteral(key);
}

function print(code: Code, at: At): string {
  const line = inOneLine(code);
  if (!isBroken(code) && at.column + line.length + at.after <= MOST_COLUMNS) return line;
  if (code.kind === 'call') return printCall(code, at);
  if (code.kind === 'function') return printFunction(code.result, at);
  if (code.kind === 'list') {
    return printItems(
      ['[', ']'],
      code.items.map((item) => (inside) => print(item, inside)),
      at,
    );
  }
  if (code.kind === 'object') {
    return printItems(
      ['{', '}'],
      code.fields.map((field) => (inside) => printField(field, inside)),
      at,
    );
  }
  return line;
}

/** The only argument of a call opens on the line of the call. */
function printCall(code: Extract<Code, { readonly kind: 'call' }>, at: At): string {
  const { name, args } = code;
  const [first] = args;
  if (first !== undefined && isHugged(code)) {
    return `${name}(${print(first, { ...at, column: at.column + name.length + 1, after: at.after + 1 })})`;
  }
  return `${name}${printItems(
    ['(', ')'],
    args.map((arg) => (inside) => print(arg, inside)),
    at,
  )}`;
}

function printFunction(result: Code, at: At): string {
  const [open, close] = result.kind === 'object' ? ['() => (', ')'] : ['() => ', ''];
  return `${open}${print(result, { ...at, column: at.column + open.length, after: at.after + close.length })}${close}`;
}

function printItems([open, close]: readonly [string, string], items: readonly ((at: At) => string)[], at: At): string {
  const indent = at.indent + STEP;
  const lines = items.map((item) => `${' '.repeat(indent)}${item({ column: indent, indent, after: 1 })},\n`);
  return `${open}\n${lines.join('')}${' '.repeat(at.indent)}${close}`;
}

function printField([key, value]: CodeField, at: At): string {
  if (isShorthand(key, value)) return key;
  const before = `${keyText(key)}: `;
  const column = at.column + before.length;
  const line = inOneLine(value);
  const next = at.indent + STEP;
  const fitsBelow = !isBroken(value) && !isHugged(value) && next + line.length + at.after <= MOST_COLUMNS;
  if (column + line.length + at.after <= MOST_COLUMNS || !fitsBelow)
    return `${before}${print(value, { ...at, column })}`;
  return `${before.trimEnd()}\n${' '.repeat(next)}${line}`;
}

/** Whether it opens on its line and closes on another one. */
function isHugged(code: Code): boolean {
  if (code.kind !== 'call') return code.kind !== 'plain';
  const [first] = code.args;
  return first !== undefined && code.args.length === 1 && first.kind !== 'plain' && first.kind !== 'call';
}

function inOneLine(code: Code): string {
  switch (code.kind) {
    case 'plain':
      return code.text;
    case 'call':
      return `${code.name}(${code.args.map(inOneLine).join(', ')})`;
    case 'list':
      return `[${code.items.map(inOneLine).join(', ')}]`;
    case 'function':
      return code.result.kind === 'object' ? `() => (${inOneLine(code.result)})` : `() => ${inOneLine(code.result)}`;
    case 'object': {
      const fields = code.fields.map(([key, value]) =>
        isShorthand(key, value) ? key : `${keyText(key)}: ${inOneLine(value)}`,
      );
      return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
    }
  }
}

function isShorthand(key: string, value: Code): boolean {
  return value.kind === 'plain' && value.text === key && key !== 'null' && key !== 'true' && key !== 'false';
}

/** Whether it has several lines even if it would fit in one. */
function isBroken(code: Code): boolean {
  if (code.kind === 'call') return code.args.some(isBroken);
  if (code.kind === 'function') return isBroken(code.result);
  if (code.kind === 'list') return isListOfMany(code.items) || code.items.some(isBroken);
  if (code.kind !== 'object') return false;
  return (code.isOpen === true && code.fields.length > 0) || code.fields.some(([, value]) => isBroken(value));
}

function isListOfMany(items: readonly Code[]): boolean {
  return (
    items.length > 1 &&
    (items.every((item) => item.kind === 'object' && item.fields.length > 1) ||
      items.every((item) => item.kind === 'list' && item.items.length > 1))
  );
}
