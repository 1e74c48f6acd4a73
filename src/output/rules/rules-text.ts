import { countOf } from '../../count-of';
import { redactText } from '../../redaction/process-redactor';
import { placeText } from '../record';
import { withShortPaths } from '../short-path';
import type { RecordsReport, RuleOutcome } from './records-report';

const SHOWN = 5;

/**
 * The report of record rules: each rule with findings, and the first findings with their places.
 *
 * @param folder The folder that paths in the report are relative to.
 */
export function rulesText({ records, outcomes }: Omit<RecordsReport, 'report'>, folder: string): string {
  const found = outcomes.filter(({ count }) => count > 0);
  const text = [`${countOf(records, 'record')}: ${summary(outcomes)}.`, ...found.map(ruleText)].join('\n\n');
  return redactText(withShortPaths(text, folder));
}

function summary(outcomes: readonly RuleOutcome[]): string {
  const rules = outcomes.filter(({ severity }) => severity === 'error');
  const broken = rules.filter(({ count }) => count > 0).length;
  const warnings = outcomes.filter(({ severity, count }) => severity === 'warning' && count > 0).length;
  const all = countOf(rules.length, 'rule');
  const first = broken > 0 ? `${broken} of ${all} failed` : `${all} passed`;
  return warnings > 0 ? `${first}, ${countOf(warnings, 'warning')}` : first;
}

function ruleText({ rule, severity, count, findings }: RuleOutcome): string {
  const shown = findings.slice(0, SHOWN);
  const more = count - shown.length;
  return [
    `${severity}: ${rule}`,
    ...shown.map(({ text, place }) => `  ${place === undefined ? '' : `${placeText(place)}: `}${text}`),
    ...(more > 0 ? [`  … ${more.toLocaleString('en-US')} more`] : []),
  ].join('\n');
}
