import * as matchers from '../../matchers';
import * as predicates from '../../src/assertions';
import { ERROR_CODES } from '../../src/errors';
import * as outputEntry from '../../src/output/lazy-output';
import { declarations, membersNamed } from './declared';
import type { Part } from './fill-page';
import { functionEntry } from './markdown';

/** The kinds of predicates: file and heading. */
const KINDS: Readonly<Record<string, string>> = {
  equality: 'Equality',
  presence: 'Existence and null',
  truth: 'True and false',
  collections: 'Content and length',
  numbers: 'Order',
  instants: 'Time',
  strings: 'Strings',
  kinds: 'Types',
  formats: 'Formats',
  items: 'Items of an array',
  combinators: 'Combinations',
  custom: 'Your own check',
  schema: 'Schemas',
};

/** Functions that read or check an output; all other exports of that entry point are rules. */
export const OUTPUT_FUNCTIONS = Object.keys(outputEntry).filter((name) => /^(?:read|compare|check)/.test(name));

function predicateEntries(): string {
  const all = declarations.exportsOf('src/assertions/index.ts').filter(({ name }) => name in predicates);
  const kindOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.ts$/, '');
  const unknown = all.filter(({ file }) => !(kindOf(file) in KINDS)).map(({ file }) => file);
  if (unknown.length > 0) throw new Error(`Give ${unknown.join(', ')} a heading in KINDS of function-parts.ts.`);
  return Object.entries(KINDS)
    .map(([kind, title]) => {
      const entries = all.filter(({ file }) => kindOf(file) === kind);
      return [`## ${title}`, ...entries.map((each) => functionEntry('###', each))].join('\n\n');
    })
    .join('\n\n');
}

function outputEntries(wanted: (name: string) => boolean): string {
  const names = [...Object.keys(outputEntry), 'warn'];
  return declarations
    .exportsOf('src/index.ts')
    .filter(({ name }) => names.includes(name) && wanted(name))
    .map((each) => functionEntry('###', each))
    .join('\n\n');
}

function clientFunctions(): string {
  return declarations
    .membersOf('src/client/client-interface.ts', 'Client')
    .filter(({ signatures }) => signatures.length > 0)
    .map((each) => functionEntry('###', each))
    .join('\n\n');
}

/** Generated parts that are lists of functions, and the index of error codes. */
export const FUNCTION_PARTS: Readonly<Record<string, Part>> = {
  predicates: predicateEntries,
  matchers: () =>
    membersNamed(Object.keys(matchers), ['matchers/types.ts', 'ConnectorMatchers'])
      .map((each) => functionEntry('###', each))
      .join('\n\n'),
  'client-functions': clientFunctions,
  'record-rules': () => outputEntries((name) => !OUTPUT_FUNCTIONS.includes(name)),
  'output-functions': () => outputEntries((name) => OUTPUT_FUNCTIONS.includes(name)),
  'error-codes': () => ERROR_CODES.map((code) => `- [${code}](#${code.toLowerCase()})`).join('\n'),
};
