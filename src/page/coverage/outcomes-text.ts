import { numberText } from '../../count-of';
import type { ApiCoverage } from '../../run-report/model/coverage';

/** `12 accepted, never refused`. */
export function outcomesText({ accepted, refused, failed }: ApiCoverage): string {
  if (accepted + refused + failed === 0) return 'never called';
  return [
    accepted === 0 ? 'never accepted' : `${numberText(accepted)} accepted`,
    refused === 0 ? 'never refused' : `${numberText(refused)} refused`,
    failed > 0 && `${numberText(failed)} without a response`,
  ]
    .filter(Boolean)
    .join(', ');
}
