import { countOf } from '../../count-of';
import type { Finding, Severity } from './finding';

const COLUMN = 'problem  '.length;

/** A finding as it is printed: its line, and the fix below it. */
export function findingLines({ severity, what, fix }: Finding): string {
  const [first = '', ...others] = what.split('\n');
  const lines = [`${severity.padEnd(COLUMN)}${first}`, ...others.map(indented)];
  if (fix !== undefined) lines.push(...`Fix: ${fix.replaceAll('\n', '\n     ')}`.split('\n').map(indented));
  return lines.join('\n');
}

/** How many findings of each kind there are. */
export function summaryLine(findings: readonly Finding[]): string {
  const count = (wanted: Severity): number => findings.filter(({ severity }) => severity === wanted).length;
  return `${countOf(count('problem'), 'problem')}, ${countOf(count('warning'), 'warning')}, ${count('ok')} ok`;
}

function indented(line: string): string {
  return ' '.repeat(COLUMN) + line;
}
