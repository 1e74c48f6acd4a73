import { countOf } from '../../count-of';
import { sizeOf } from '../predicates/container';
import type { Subject } from '../subject';
import { printValue, typePhrase } from '../values/print';
import { escapeControls } from '../values/quote';
import { ROOTS } from './path-text';
import type { Place } from './place';

/**
 * Why a missing value proves nothing: the received value has no keys, such as a proxy's page, so no path exists in it.
 * `undefined` if it has keys.
 */
export function noKeysReason(subject: Subject, { segments, reached, holder }: Place): string | undefined {
  const [first] = segments;
  if (first === undefined || reached > 0 || ROOTS.includes(first)) return undefined;
  if (typeof holder === 'object' && holder !== null) return undefined;
  const { $http } = subject.roots as { $http?: Response };
  if ($http === undefined) return `the received value is ${kindOf(holder)}, so it has no keys`;
  return `the response is ${responseKind(holder, $http)}, so it has no keys; its status is at $http.status`;
}

interface Response {
  /** In bytes. */
  readonly size?: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

function responseKind(body: unknown, { headers, size = 0 }: Response): string {
  const type = escapeControls((headers['content-type'] ?? '').split(';')[0]?.trim().slice(0, 100) ?? '');
  const isJson = /[/+]json$/i.test(type);
  if (typeof body !== 'string' || (isJson && body !== '')) return kindOf(body);
  const length = body === '' ? undecoded(size) : countOf(sizeOf(body) as number, 'character');
  return `not JSON (${type === '' ? '' : `${type}, `}${length})`;
}

/** A binary response, such as a zip, isn't decoded: its body is also `''`. */
function undecoded(size: number): string {
  return size === 0 ? 'empty' : `${countOf(size, 'byte')}, not decoded`;
}

function kindOf(value: unknown): string {
  if (value === undefined || typeof value === 'function') return value === undefined ? 'undefined' : 'a function';
  if (typeof value !== 'string') return value === null ? 'null' : `${typePhrase(value)}, ${printValue(value)}`;
  return `a string (${countOf(sizeOf(value) as number, 'character')})`;
}
