import { isRecord } from '../../../validation/shape';
import { stringLiteral } from './string-literal';

/** A field of an object literal: its key, and its value. */
export type CodeField = readonly [key: string, value: Code];

/** Code that is written into a file. Strings of others get into it only as literals. */
export type Code =
  /** A literal or a name. */
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Code[] }
  | { readonly kind: 'list'; readonly items: readonly Code[] }
  /** Set `isOpen` to write each field on a line of its own. */
  | { readonly kind: 'object'; readonly fields: readonly CodeField[]; readonly isOpen?: boolean }
  /** A function without parameters. */
  | { readonly kind: 'function'; readonly result: Code };

/** A name, or another text that is code already. */
export function plain(text: string): Code {
  return { kind: 'plain', text };
}

/** A call of a function that the file imports. */
export function call(name: string, ...args: readonly Code[]): Code {
  return { kind: 'call', name, args };
}

/** A plain JSON value as a literal. */
export function literal(value: unknown): Code {
  if (typeof value === 'string') return plain(stringLiteral(value));
  if (typeof value === 'bigint') return plain(`${value}n`);
  if (Object.is(value, -0)) return plain('-0');
  if (Array.isArray(value)) return { kind: 'list', items: value.map(literal) };
  if (!isRecord(value)) return plain(String(value));
  return { kind: 'object', fields: Object.entries(value).map(([key, item]) => [key, literal(item)]) };
}

/** The functions that code calls, sorted: what its file has to import. */
export function calledNames(codes: readonly Code[]): string[] {
  return [...new Set(codes.flatMap(namesIn))].sort((left, right) => left.localeCompare(right));
}

function namesIn(code: Code): string[] {
  if (code.kind === 'call') return [code.name, ...code.args.flatMap(namesIn)];
  if (code.kind === 'list') return code.items.flatMap(namesIn);
  if (code.kind === 'object') return code.fields.flatMap(([, value]) => namesIn(value));
  return code.kind === 'function' ? namesIn(code.result) : [];
}
