import { readFileSync } from 'node:fs';
import { toFlat } from '../../../apis/credentials-format';
import { parseJson } from '../../../json/exact-json';
import type { Redactor } from '../../../redaction/redactor';
import { harmless } from '../../../report/plain-text';
import { describeGiven, type Problem } from '../../../validation/problems';
import { isRecord } from '../../../validation/shape';
import { type ArgsTree, FromVariable, mapLeaves, sentArgs } from './args-tree';

type Environment = Readonly<Record<string, string | undefined>>;

/** What `--args` is read with. */
export interface ArgsReading {
  readonly environment: Environment;
  /** The variables that belong to the project: its values are looked up in these first. */
  readonly own: readonly string[];
  readonly redactor: Redactor;
  /** Whether the app must refuse them: then `password: 'wrong'` isn't a secret. */
  readonly isRefusal: boolean;
}

/** `--args`, and the content of the file after an `@`. A file may be a pipe, so it is read only once. */
export interface ArgsSource {
  readonly given: string;
  /** `undefined` if the file can't be read. */
  readonly text: string | undefined;
}

/** The arguments, or the problems in them. */
export interface GivenArgs {
  readonly tree?: ArgsTree;
  readonly problems: readonly Problem[];
  /** The problems with variables that are not set; services that are started may set them. */
  readonly unset: readonly Problem[];
}

/** A whole string of this form is the value of the variable. */
const PLACEHOLDER = /^\$\{([A-Za-z_]\w*)\}$/;
/** Not everything in it is a secret. */
const CONTAINER = /^(?:.*credentials?|extra)$/i;
const EXCEPTION = '; if it is made up, and the app must refuse it, add --expect-refusal';
const MOST_SHOWN = 60;
/** A shorter value equals that of another variable by chance. */
const SHORTEST = 4;

/** Reads `--args`: JSON, or `@` and the path of a file with JSON. */
export function argsSource(given: string): ArgsSource {
  return { given, text: given.startsWith('@') ? fileText(given.slice(1)) : given };
}

/** Makes arguments of the JSON. Secrets become lookups of environment variables. */
export function readGivenArgs({ given, text }: ArgsSource, reading: ArgsReading): GivenArgs {
  if (text === undefined) return invalid('a file that can be read after the @', given);
  let args: unknown;
  try {
    args = parseJson(text);
  } catch (error) {
    const example = `--args '{"metadata": {"databases": ["MY_DB"]}}', or --args @args.json`;
    const expected = given.startsWith('@') ? 'a file with JSON' : 'JSON, or @ and the path of a file';
    return invalid(expected, unparsed(text, error as SyntaxError, reading.redactor), example);
  }
  if (!isRecord(args)) return invalid('a JSON object', kindOfJson(args));
  return withVariables(flatCredentials(args), reading);
}

/** What doesn't parse, and why. */
function unparsed(text: string, { message }: SyntaxError, redactor: Redactor): string {
  // What the parser quotes could be a part of a secret.
  const reason = message.replace(/, (?:\.\.\.)?"[^]*$/, '');
  const hidden = redactor.text(text);
  const shown = hidden.slice(0, endOfShown(hidden, redactor));
  const start = shown === hidden ? shown : `${shown}…`;
  return text.trim() === '' ? `nothing (${reason})` : `${harmless(start)} (${reason})`;
}

/** Nothing is shown after the name of a secret: without JSON, its value has no known end. */
function endOfShown(text: string, redactor: Redactor): number {
  const words = [...text.slice(0, MOST_SHOWN).matchAll(/[\w-]+/g)];
  const secret = words.find(([word]) => !CONTAINER.test(word) && redactor.isSecretName(word));
  return secret === undefined ? MOST_SHOWN : secret.index + secret[0].length;
}

function kindOfJson(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function fileText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Pairs are sent as they would be made of the flat form. */
function flatCredentials(args: Readonly<Record<string, unknown>>): ArgsTree {
  const flat = Array.isArray(args['credentials']) ? toFlat(args['credentials']) : undefined;
  return flat === undefined ? args : { ...args, credentials: flat };
}

function withVariables(args: ArgsTree, reading: ArgsReading): GivenArgs {
  const { redactor, environment } = reading;
  const problems: Problem[] = [];
  const unset: Problem[] = [];
  const filled = mapLeaves(args, (leaf, path) => {
    const [, variable] = typeof leaf === 'string' ? (PLACEHOLDER.exec(leaf) ?? []) : [];
    if (variable === undefined) return leaf;
    const value = environment[variable];
    if (value === undefined || value.trim() === '') unset.push(unsetProblem(path, variable));
    return new FromVariable(variable, value ?? '');
  });
  redactor.learn(sentArgs(filled));
  problems.push(...secretKeys(args, redactor));
  const tree = mapLeaves(filled, (leaf, path) => {
    if (leaf instanceof FromVariable) return leaf;
    const isSecret = isSecretLeaf(leaf, path, reading);
    const variable = variableOf(leaf, isSecret || path[0] === 'credentials', reading, isSecret);
    if (variable === undefined && isSecret) problems.push(withoutVariable(path, reading));
    return variable === undefined ? leaf : new FromVariable(variable, leaf);
  });
  return { tree, problems, unset };
}

/** A name can't be looked up when the scenario runs. */
function secretKeys(args: ArgsTree, redactor: Redactor): Problem[] {
  const found = keysIn(args).filter((key) => redactor.text(key) !== key);
  const expected = 'names of fields without secrets, because no secret is written into a file';
  return found.length === 0 ? [] : [{ where: '--args', expected, received: describeGiven(found[0]) }];
}

function keysIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  return [...keys, ...Object.values(value).flatMap(keysIn)];
}

function isSecretLeaf(leaf: unknown, path: readonly string[], { redactor, isRefusal }: ArgsReading): boolean {
  if (!['string', 'number', 'bigint'].includes(typeof leaf) || leaf === '') return false;
  const text = String(leaf);
  const isNamed = path.some((key) => !CONTAINER.test(key) && redactor.isSecretName(key));
  return (isNamed && !isRefusal) || redactor.text(text) !== text;
}

function variableOf(
  leaf: unknown,
  isSought: boolean,
  { environment, own }: ArgsReading,
  isSecret: boolean,
): string | undefined {
  const text = String(leaf);
  if (!isSought || typeof leaf === 'boolean' || leaf === null || (!isSecret && text.length < SHORTEST))
    return undefined;
  const names = isSecret ? [...own, ...Object.keys(environment)] : own;
  return names.find((name) => environment[name] === text);
}

function invalid(expected: string, received: string | undefined, example?: string): GivenArgs {
  return { problems: [{ where: '--args', expected, received, example }], unset: [] };
}

function unsetProblem(path: readonly string[], variable: string): Problem {
  return {
    where: '--args',
    field: path.join('.'),
    expected: `the variable ${variable} to be set, in the shell or in .env`,
  };
}

function withoutVariable(path: readonly string[], { isRefusal }: ArgsReading): Problem {
  const name = `MY_${(path.at(-1) ?? '').toUpperCase().replace(/\W+/g, '_')}`;
  return {
    ...{ where: '--args', field: path.join('.') },
    expected: `a value of an environment variable, because no secret is written into a file${isRefusal ? '' : EXCEPTION}`,
    example: `"\${${name}}", with ${name} in .env`,
  };
}
