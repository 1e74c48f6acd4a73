import { printValue } from '../../src/assertions/values/print';
import { isRecord } from '../../src/validation/shape';
import type { MessageLine } from './message';
import { bodyOf, isApiResponse } from './subject';

/** A summary of a response: its HTTP status, `message` and `detail`, if present. */
export function responseLines(received: unknown): MessageLine[] {
  const lines: MessageLine[] = isApiResponse(received) ? [['HTTP status', String(received.status)]] : [];
  const body = bodyOf(received);
  if (!isRecord(body)) return lines;
  if (body['message'] !== undefined) lines.push(['Message', printValue(body['message'])]);
  if (body['detail'] !== undefined) lines.push(['Detail', printValue(body['detail'])]);
  return lines;
}
