import type { Redactor } from '../../../redaction/redactor';
import type { IsHidden } from '../checks/value-check';
import { variableTexts } from './args-tree';
import type { PlannedRequest } from './planned-request';

/** A shorter value occurs in other strings by chance. */
const SHORTEST_PART = 4;

/** Decides which strings of a response aren't written: those with secrets, and those with values of the environment. */
export function hiddenTexts(requests: readonly PlannedRequest[], redactor: Redactor): IsHidden {
  const values = new Set(requests.flatMap(({ args }) => variableTexts(args)).filter((value) => value !== ''));
  const parts = [...values].filter((value) => value.length >= SHORTEST_PART);
  const isSecret = (text: string): boolean => redactor.text(text) !== text;
  return (text, what) => {
    if (what === 'name') return redactor.isSecretName(text);
    if (isSecret(text)) return true;
    return what !== 'key' && (values.has(text) || parts.some((part) => text.includes(part)));
  };
}
