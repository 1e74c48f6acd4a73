import { textsIn } from '../../../env/used-variables';
import { isRecord } from '../../../validation/shape';
import { type Code, literal, plain } from '../code/code';
import { stringLiteral } from '../code/string-literal';

/** A value that an environment variable has. */
export class FromVariable {
  constructor(
    readonly variable: string,
    readonly value: unknown,
    /** Whether the variable contains JSON. */
    readonly isJson = false,
  ) {}
}

/** Arguments in which some values come from environment variables: JSON, with {@link FromVariable} anywhere. */
export type ArgsTree = unknown;

/** The arguments as they are sent. */
export function sentArgs(tree: ArgsTree): unknown {
  return mapLeaves(tree, (leaf) => (leaf instanceof FromVariable ? leaf.value : leaf));
}

/** The environment variables that arguments need, in order. */
export function variablesOf(tree: ArgsTree): string[] {
  return [...new Set(fromVariables(tree).map(({ variable }) => variable))];
}

/** The strings that come from environment variables. */
export function variableTexts(tree: ArgsTree): string[] {
  return fromVariables(tree).flatMap(({ value }) => textsIn(value));
}

/** The arguments as code, which reads the variables when it runs. */
export function argsCode(tree: ArgsTree): Code {
  if (tree instanceof FromVariable) return variableCode(tree);
  if (Array.isArray(tree)) return { kind: 'list', items: tree.map(argsCode) };
  if (!isRecord(tree)) return literal(tree);
  return { kind: 'object', fields: Object.entries(tree).map(([key, value]) => [key, argsCode(value)]) };
}

/** A copy with other leaves. An own `__proto__` stays an own property. */
export function mapLeaves(
  tree: ArgsTree,
  change: (leaf: unknown, path: readonly string[]) => unknown,
  path: readonly string[] = [],
): unknown {
  if (tree instanceof FromVariable) return change(tree, path);
  if (Array.isArray(tree)) return tree.map((item, index) => mapLeaves(item, change, [...path, String(index)]));
  if (!isRecord(tree)) return change(tree, path);
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [key, mapLeaves(value, change, [...path, key])]),
  );
}

function fromVariables(tree: ArgsTree): FromVariable[] {
  const found: FromVariable[] = [];
  mapLeaves(tree, (leaf) => {
    if (leaf instanceof FromVariable) found.push(leaf);
    return leaf;
  });
  return found;
}

const ENVIRONMENT = 'process.env';

function variableCode({ variable, isJson }: FromVariable): Code {
  const isName = /^[A-Za-z_]\w*$/.test(variable);
  const lookup = isName ? `${ENVIRONMENT}.${variable}` : `${ENVIRONMENT}[${stringLiteral(variable)}]`;
  return plain(isJson ? `JSON.parse(${lookup} ?? '{}')` : lookup);
}
