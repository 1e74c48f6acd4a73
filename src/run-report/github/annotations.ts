import { redactText } from '../../redaction/process-redactor';
import { checkText } from '../../report/check-text';
import { failedChecks } from '../../report/failed-checks';
import { harmless } from '../../report/plain-text';
import { isConsequence } from '../model/consequence';
import type { RunError, RunModel, TestRecord } from '../model/run-model';
import { errorsOf } from '../model/run-totals';
import { failureLocation, testLocation } from '../model/test-place';
import { isFailure } from '../model/test-status';
import { failureSummary } from '../outputs/failure-summary';
import { placeOfFrame, type SourceRoots, withinCheckout } from './source-place';
import { type Annotation, annotationCommand, type AnnotationPlace } from './workflow-command';

/** GitHub drops all further annotations of a kind in a step. */
const MOST_PER_LEVEL = 10;
/** Only those that are shown are formatted. */
type LazyAnnotation = () => Annotation;

const LONGEST_TITLE = 200;
const LONGEST_MESSAGE = 4_000;

/**
 * The lines that make GitHub annotate the failed checks of a run at their own lines, and its flaky tests. Every failed
 * test has its first check annotated before any test has its second, and those that only failed because of another one
 * come last. What is over GitHub's limit is counted in a line.
 */
export function annotationLines(model: RunModel, roots: SourceRoots): string[] {
  const failed = model.tests.filter(({ status }) => isFailure(status));
  const failing = causesFirst(failed).map((test) => ofFailedTest(test, roots));
  const errors = [...errorsOf(model).map((error) => () => ofError(error, roots)), ...oneOfEachFirst(failing)];
  const flaky = model.tests.filter(({ status }) => status === 'flaky');
  const warnings = flaky.map((test) => () => ofFlakyTest(test, roots));
  return [...linesOf(errors, 'failures'), ...linesOf(warnings, 'flaky tests')];
}

function linesOf(annotations: readonly LazyAnnotation[], what: string): string[] {
  const shown = annotations.slice(0, MOST_PER_LEVEL).map((each) => annotationCommand(harmlessCopy(each())));
  const rest = annotations.length - shown.length;
  return rest === 0 ? shown : [...shown, `jest-connector: ${rest} more ${what} are not annotated.`];
}

function harmlessCopy({ title, message, ...rest }: Annotation): Annotation {
  const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}…` : text);
  return {
    ...rest,
    title: cut(harmless(redactText(title)).replaceAll('\n', ' '), LONGEST_TITLE),
    message: cut(harmless(redactText(message)), LONGEST_MESSAGE),
  };
}

function ofError({ file, message }: RunError, roots: SourceRoots): Annotation {
  const place = file === undefined ? {} : (withinCheckout({ file }, roots) ?? {});
  return { level: 'error', title: file ?? 'The run failed', message, ...place };
}

/** One per failed check; if no check failed, one for the test. */
function ofFailedTest(test: TestRecord, roots: SourceRoots): LazyAnnotation[] {
  const attempt = test.attempts.at(-1);
  const checks = attempt?.status === 'failed' && attempt.result ? failedChecks(attempt.result) : [];
  const title = test.fullName;
  const annotate = (message: string, frame: string | undefined): Annotation => ({
    ...{ level: 'error', title, message },
    ...placeOf(test, frame, roots),
  });
  if (checks.length > 0) return checks.map((check) => () => annotate(checkText(check), check.location));
  return [() => annotate(failureSummary(test) ?? '', attempt?.result?.error?.location)];
}

function ofFlakyTest(test: TestRecord, roots: SourceRoots): Annotation {
  const message = 'Flaky: it passed, but only when it was repeated.';
  return { level: 'warning', title: test.fullName, message, ...placeOf(test, undefined, roots) };
}

/** The line of the user's code that failed, else the test's own. */
function placeOf(test: TestRecord, frame: string | undefined, roots: SourceRoots): AnnotationPlace {
  const known = failureLocation(test.attempts.at(-1)) ?? testLocation(test) ?? { file: test.file, line: 1, column: 1 };
  const place = (frame === undefined ? undefined : placeOfFrame(frame, roots)) ?? withinCheckout(known, roots);
  return place === undefined ? {} : { file: place.file, line: place.line, col: place.column };
}

function causesFirst(failed: readonly TestRecord[]): TestRecord[] {
  const late = new Set(failed.filter(isConsequence));
  return [...failed.filter((test) => !late.has(test)), ...late];
}

/** The first of each list, then the second of each, and so on. */
function oneOfEachFirst<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_none, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
}
