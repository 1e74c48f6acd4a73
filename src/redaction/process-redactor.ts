import type { Json } from '../json/json';
import type { Printer } from './copies/printable-copy';
import { createRedactor, type Redactor } from './redactor';
import { breakCommands } from './text/break-commands';
import type { LearntSecret } from './text/known-secrets';
import { hidePrivateKeyLines } from './text/private-key-lines';

/** How this process redacts. */
export interface RedactionSettings {
  /** Further names under which secrets stand. */
  readonly names?: readonly string[] | undefined;
  /** Writes everything as it is. */
  readonly off?: boolean | undefined;
}

/** Reports secrets to other processes; resolves when they have registered them. */
export type ReportSecrets = (secrets: readonly LearntSecret[]) => Promise<void>;

let settings: RedactionSettings = {};
let current: Redactor | undefined;
let report: ReportSecrets | undefined;
let reportedCount = 0;
let reporting: Promise<void> = Promise.resolve();

/** Sets how this process redacts; what it has learnt is kept when nothing changes. */
export function configureRedaction(next: RedactionSettings): void {
  if (!next.off === !settings.off && String(next.names ?? []) === String(settings.names ?? [])) return;
  settings = next;
  current = undefined;
  reportedCount = 0;
}

/** How this process redacts, for a process of ours that is to do the same. */
export function redactionSettings(): RedactionSettings {
  return settings;
}

/** Remembers the secrets in `value`: what stands under `credentials`, and under secret names. */
export function learnSecretsOf(value: unknown): void {
  redactor().learn(value);
}

/** Learns what another process of ours has learnt. */
export function takeSecrets(secrets: readonly LearntSecret[]): void {
  redactor().take(secrets);
}

/** From now on `reporter` reports what this process learns; see {@link secretsReported}. */
export function reportSecretsWith(reporter: ReportSecrets): void {
  report = reporter;
}

/** Resolves when every process that writes has registered what was learnt so far; undefined if there is none. */
export function secretsReported(): Promise<void> | undefined {
  if (report === undefined || settings.off) return undefined;
  const news = upToDate().learntSince(reportedCount);
  reportedCount += news.length;
  if (news.length > 0) reporting = Promise.all([reporting, report(news)]).then(() => undefined);
  return reporting;
}

/**
 * `text` without secrets, and without what a CI system would read as a command. All that the package prints, throws or
 * writes goes through this or {@link redactValue}.
 */
export function redactText(text: string): string {
  return breakCommands(withoutSecrets(text));
}

/** `text` without secrets, for what is looked at or shown in parts: its lines and places stay. */
export function withoutSecrets(text: string): string {
  return settings.off ? text : upToDate().text(text);
}

/** Makes a function for the lines of a log, one after the other: it hides what only several lines show to be a secret. */
export function lineRedactor(): (line: string) => string {
  return settings.off ? (line) => line : hidePrivateKeyLines();
}

/** How much of a text beyond a cut is looked at, so that no half of a secret is left before it. */
const MARGIN = 4_096;

/** The first `length` characters of `text` without secrets: what is cut first may keep a part of one. */
export function redactedStart(text: string, length: number): string {
  return withoutSecrets(text.slice(0, length + MARGIN)).slice(0, length);
}

/** The last `length` characters of `text` without secrets. */
export function redactedEnd(text: string, length: number): string {
  return withoutSecrets(text.slice(-length - MARGIN)).slice(-length);
}

/** A copy of `value` as plain JSON, without secrets. */
export function redactValue(value: unknown): Json {
  if (settings.off) return value;
  return upToDate().value(value);
}

/** `value`, or a copy without secrets that looks the same when `printer` prints it; see {@link Redactor.lookAlike}. */
export function redactedPrintableCopy(value: unknown, printer: Printer): unknown {
  if (settings.off) return value;
  return upToDate().printableCopy(value, printer);
}

function redactor(): Redactor {
  return (current ??= createRedactor({ names: settings.names }));
}

/** A variable may be set at any time, by `.env`, by a hook, by a test. */
function upToDate(): Redactor {
  redactor().addEnvironment(process.env);
  return redactor();
}
