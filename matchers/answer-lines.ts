import { printValue } from '../src/assertions/print';
import type { MessageLine } from './message';
import { isRecord } from '../src/shape';
import { bodyOf, isApiAnswer } from './subject';

/** What an answer says about itself: HTTP status, `message` and `detail`, as far as they are there. */
export function answerLines(received: unknown): MessageLine[] {
  const lines: MessageLine[] = isApiAnswer(received) ? [['HTTP status', String(received.status)]] : [];
  const body = bodyOf(received);
  if (!isRecord(body)) return lines;
  if (body['message'] !== undefined) lines.push(['Message', printValue(body['message'])]);
  if (body['detail'] !== undefined) lines.push(['Detail', printValue(body['detail'])]);
  return lines;
}
