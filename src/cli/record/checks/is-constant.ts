import { PREFLIGHT_STATUSES } from '../../../apis/preflight/preflight-response';
import { nameWords } from '../../../redaction/names/name-words';
import { isStatusWord } from '../../../strength/status-words';
import { isPlainWords } from './plain-words';

/** Fields whose words are written in the app's code. A body that is a string has no name. */
const WORD_FIELD =
  /^(?:|(?:.+-)?(?:code|detail|error|kind|message|outcome|reason|result|state|status|type|verdict)|name)$/;

/** Fields that are `null` as long as all goes well. */
const NULL_FIELD = /(?:^|-)(?:code|detail|error|exception|failure|message|reason|warning)s?$/;

/** Fields that contain an HTTP status. */
const HTTP_STATUS_FIELD = /^(?:http-)?(?:status|code)(?:-code)?$/;

/** Fields that say with 0 or 1 what others say with `true`. */
const FLAG_FIELD = /^(?:success|passed|ok|valid)$/;

/** Whether the value under `key` is a constant of the API, which is the same tomorrow and for another source. */
export function isConstant(key: string, value: unknown): boolean {
  if (typeof value === 'number') return isConstantNumber(nameWords(key), value);
  if (value === null) return NULL_FIELD.test(nameWords(key));
  if (typeof value !== 'string') return typeof value === 'boolean';
  return (
    isPlainWords(value) &&
    (WORD_FIELD.test(nameWords(key)) || isStatusWord(value) || PREFLIGHT_STATUSES.includes(value))
  );
}

function isConstantNumber(name: string, value: number): boolean {
  if (HTTP_STATUS_FIELD.test(name)) return Number.isInteger(value) && value >= 100 && value < 600;
  return FLAG_FIELD.test(name) && (value === 0 || value === 1);
}
