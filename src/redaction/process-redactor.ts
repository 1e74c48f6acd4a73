import type { Json } from '../json/json';
import type { PlainCopier } from './copies/plain-copy';
import type { Printer } from './copies/printable-copy';
import { createSecretNames } from './names/secret-names';
import { createRedactor, type Redactor } from './redactor';
import { createSentSecrets, type SentSecrets } from './sent-secrets';
import { breakCommands } from './text/break-commands';
import type { LearntSecret } from './text/known-secrets';
import { hidePrivateKeyLines } from './text/private-key-lines';

/** How this process redacts. */
export interface RedactionSettings {
  /** Further names whose values are secrets. */
  readonly names?: readonly string[] | undefined;
  /** Turns redaction off. */
  readonly off?: boolean | undefined;
}

/** Whether the value under `name` is a secret. */
export function isSecretName(name: string): boolean {
  return redactor().isSecretName(name);
}

/** The secrets of requests; see {@link SentSecrets}. */
export function createSecretSearch(): SentSecrets {
  const known = upToDate().learntSince(0);
  const marked = known.filter(([, certainty]) => certainty === 'marked').map(([secret]) => secret);
  return createSentSecrets(createSecretNames(settings.names), marked);
}

/** Reports secrets to other processes; resolves when they have registered them. */
export type ReportSecrets = (secrets: readonly LearntSecret[]) => Promise<void>;

let settings: RedactionSettings = {};
let current: Redactor | undefined;
let report: ReportSecrets | undefined;
let reportedCount = 0;
/** What is being reported; `undefined` if all that was learnt has been registered. */
let reporting: Promise<void> | undefined;

/** Sets how this process redacts. The secrets learnt so far are kept if nothing changes. */
export function configureRedaction(next: RedactionSettings): void {
  if (!next.off === !settings.off && String(next.names ?? []) === String(settings.names ?? [])) return;
  settings = next;
  current = undefined;
  reportedCount = 0;
}

/** The settings of this process, to configure our other processes in the same way. */
export function redactionSettings(): RedactionSettings {
  return settings;
}

/** Remembers the secrets in `value`: everything under `credentials` and under secret names. */
export function learnSecretsOf(value: unknown): void {
  redactor().learn(value);
}

/** Registers secrets that another of our processes has learnt. */
export function takeSecrets(secrets: readonly LearntSecret[]): void {
  redactor().take(secrets);
}

/** Reports the secrets that this process learns from now on with `reporter`; see {@link secretsReported}. */
export function reportSecretsWith(reporter: ReportSecrets): void {
  report = reporter;
}

/**
 * Resolves when every writing process has registered what was learnt so far; undefined if each has already, or without
 * such processes.
 */
export function secretsReported(): Promise<void> | undefined {
  if (report === undefined || settings.off) return undefined;
  const news = upToDate().learntSince(reportedCount);
  reportedCount += news.length;
  if (news.length === 0) return reporting;
  const all: Promise<void> = Promise.all([reporting, report(news)]).then(() => {
    if (reporting === all) reporting = undefined;
  });
  return (reporting = all);
}

/**
 * `text` without secrets, and without anything that a CI system would read as a command. Everything that the package
 * prints, throws or writes goes through this or {@link redactValue}.
 */
export function redactText(text: string): string {
  return breakCommands(withoutSecrets(text));
}

/**
 * The string without secrets, for callers that inspect it or show parts of it: its lines and positions stay the same.
 */
export function withoutSecrets(text: string): string {
  return settings.off ? text : upToDate().text(text);
}

/**
 * Makes a function for the successive lines of a log. It also hides secrets that only several lines together reveal.
 */
export function lineRedactor(): (line: string) => string {
  return settings.off ? (line) => line : hidePrivateKeyLines();
}

/** How many characters beyond a cut are searched, so that no part of a secret is left before it. */
const MARGIN = 4_096;

/** The first `length` characters of `text` without secrets. Cutting first could leave a part of a secret. */
export function redactedStart(text: string, length: number): string {
  return withoutSecrets(text.slice(0, length + MARGIN)).slice(0, length);
}

/** The last `length` characters of `text` without secrets. */
export function redactedEnd(text: string, length: number): string {
  return withoutSecrets(text.slice(-length - MARGIN)).slice(-length);
}

/** A copy of `value` as plain JSON, without secrets. */
export function redactValue(value: unknown): Json {
  return redactingCopier().value(value);
}

/** Makes a copier for several parts of one value, which scans the environment only once. To be used at once. */
export function redactingCopier(): PlainCopier {
  return settings.off ? UNCHANGED : upToDate().copier();
}

const UNCHANGED: PlainCopier = { value: (value) => value, valueUnder: (_names, value) => value };

/** `value`, or a copy without secrets that `printer` prints in the same way; see {@link Redactor.printableCopy}. */
export function redactedPrintableCopy(value: unknown, printer: Printer): unknown {
  if (settings.off) return value;
  return upToDate().printableCopy(value, printer);
}

function redactor(): Redactor {
  return (current ??= createRedactor({ names: settings.names }));
}

/** `.env`, hooks and tests may set variables at any time. */
function upToDate(): Redactor {
  redactor().addEnvironment(process.env);
  return redactor();
}
