import { readFileSync } from 'node:fs';
import { dotenvAdvice } from '../../env/dotenv-advice';
import { type ReadVariable, readVariables } from '../../env/read-variables';
import { textsIn, usedVariables } from '../../env/used-variables';
import { missingVariables } from '../../env/variables';
import type { ScenarioResult } from '../../runner/scenario-result';
import type { EnvironmentFiles } from '../run-context';

const MOST_NAMES = 6;
/** `Bearer ${process.env.TOKEN}` becomes "Bearer undefined" if the variable is unset. */
const UNSET = /\bundefined\b/;
/** Failures before any request was sent that a missing variable may have caused. */
const NOTHING_SENT = ['INVALID_ARGS', 'LAZY_FAILED', 'MISSING_VARIABLES'];

/** Notes on how the environment may have caused a failure, one or two sentences each; never with a variable's value. */
export function environmentNotes(
  result: ScenarioResult,
  { folder, suspects }: EnvironmentFiles,
  sourceFiles: () => readonly string[],
): string[] {
  const { error, request } = result;
  const sent = [request?.body, request?.headers, decodedUrl(request?.url)];
  const doubtful = usedVariables(Object.keys(suspects), sent);
  const notes = doubtful.map((name) => `the request contains the value of ${name}. ${suspects[name] ?? ''}`);
  const isMissing = NOTHING_SENT.includes(error?.code ?? '') || textsIn(sent).some((text) => UNSET.test(text));
  if (!isMissing) return notes;
  const names = unsetNames(error?.message ?? '', sourceFiles);
  const advice = folder === undefined ? '' : dotenvAdvice(folder, names);
  if (names.length > 0) return [...notes, `not set: ${names.join(', ')}. ${advice}`.trim()];
  const isAboutVariables =
    error === undefined || /undefined|credentials|MISSING_VARIABLES/.test(`${error.code} ${error.message}`);
  return isAboutVariables && advice !== '' ? [...notes, advice] : notes;
}

/** The unset variables that the test's own files read: only those of the missing fields if there are any, else all. */
function unsetNames(message: string, sourceFiles: () => readonly string[]): string[] {
  const read = sourceFiles().flatMap((file) => readVariables(sourceOf(file)));
  const unset = new Set(missingVariables(read.map(({ name }) => name)));
  const candidates = read.filter(({ name }) => unset.has(name));
  const ofFields = candidates.filter(({ field, name }) => isNamedIn(message, { field, name }));
  const chosen = ofFields.length > 0 ? ofFields : candidates;
  return [...new Set(chosen.map(({ name }) => name))].slice(0, MOST_NAMES);
}

/** `credentials.password is undefined` names the field `password`. */
function isNamedIn(message: string, { field, name }: ReadVariable): boolean {
  const fields = [...message.matchAll(/([\w$]+) is undefined/g)].map(([, last]) => last);
  return fields.includes(field) || message.includes(name);
}

function decodedUrl(url = ''): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // Invalid percent-encoding: use the URL as written.
    return url;
  }
}

function sourceOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // A module that isn't a file (`node:fs`), or a file that no longer exists, reads no variables.
    return '';
  }
}
