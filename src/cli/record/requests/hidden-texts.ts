import { occursIn } from '../../../env/used-variables';
import type { Redactor } from '../../../redaction/redactor';
import type { IsHidden } from '../checks/value-check';
import { variableTexts } from './args-tree';
import type { PlannedRequest } from './planned-request';

/** Decides which strings of a response aren't written: those with secrets, and those with values of the environment. */
export function hiddenTexts(requests: readonly PlannedRequest[], redactor: Redactor): IsHidden {
  const values = requests.flatMap(({ args }) => variableTexts(args)).filter((value) => value !== '');
  const isSecret = (text: string): boolean => redactor.text(text) !== text;
  return (text, what) => {
    if (what === 'name') return redactor.isSecretName(text);
    if (isSecret(text)) return true;
    return what !== 'key' && values.some((value) => occursIn(value, text));
  };
}
