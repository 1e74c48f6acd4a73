import { countOf } from '../assertions/print';
import { redactText } from '../redaction/process-redactor';
import type { RecordsReport, RuleOutcome } from './check-records';
import { shortPlace } from './short-path';

const SHOWN = 5;

/** What came of record rules, for people: each rule that found something, with the first things and their places. */
export function rulesText({ records, outcomes }: Omit<RecordsReport, 'report'>): string {
  const found = outcomes.filter(({ count }) => count > 0);
  const kept = countOf(outcomes.length - found.length, 'rule');
  const first = `${countOf(records, 'record')}: ${found.map(summary).join(', ') || `${kept} kept`}.`;
  return redactText([first, ...found.map(ruleText)].join('\n\n'));
}

function summary({ rule, severity, count }: RuleOutcome): string {
  return severity === 'error' ? `${rule} (${count})` : `warning: ${rule} (${count})`;
}

function ruleText({ rule, severity, count, findings }: RuleOutcome): string {
  const shown = findings.slice(0, SHOWN);
  const more = count - shown.length;
  return [
    `${severity}: ${rule}`,
    ...shown.map(({ text, place }) => `  ${place === undefined ? '' : `${shortPlace(place)}: `}${text}`),
    ...(more > 0 ? [`  … ${more.toLocaleString('en-US')} more`] : []),
  ].join('\n');
}
