import { isRecord } from '../../validation/shape';
import type { RunError, RunModel } from '../model/run-model';
import { errorsOf } from '../model/run-totals';
import { anyText, listOf, numberOf, optionalText, shortText } from './foreign';
import { messageText } from './message-text';
import type { PageRun } from './page-data';

const MOST_ERRORS = 100;

/** The facts about a run, as the page shows them. */
export function pageRun(model: RunModel): PageRun {
  const { run } = model;
  const { appName, serverUrl, interruptedBy, shards, commit, ciUrl } = run;
  return {
    startedAt: numberOf(run.startedAt),
    durationMs: numberOf(run.durationMs),
    success: run.success,
    appName: optionalText(appName),
    serverUrl: optionalText(serverUrl),
    interruptedBy: optionalText(interruptedBy),
    errors: listOf(errorsOf(model)).filter(isRecord).slice(0, MOST_ERRORS).map(pageError),
    shards: listOf(shards)
      .filter(isRecord)
      .map(({ index, count, startedAt, durationMs }) => ({
        index: numberOf(index),
        count: numberOf(count),
        startedAt: numberOf(startedAt),
        durationMs: numberOf(durationMs),
      })),
    versions: versionsOf(model),
    commit: optionalText(commit),
    ciUrl: typeof ciUrl === 'string' && /^https?:\/\//i.test(ciUrl) ? optionalText(ciUrl) : undefined,
  };
}

function pageError({ file, message }: RunError): PageRun['errors'][number] {
  return { file: optionalText(file), message: messageText(anyText(message)) };
}

function versionsOf({ run: { versions } }: RunModel): string[] {
  const known = [
    ['jest-connector', versions.package],
    ['Jest', versions.jest],
    ['Node', versions.node],
  ] as const;
  return known.filter(([, version]) => version !== undefined).map(([name, version]) => `${name} ${shortText(version)}`);
}
