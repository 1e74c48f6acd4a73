import { isRecord } from '../../validation/shape';
import { type Facts, quoted } from './hint-facts';

const MOST = 5;

/** A request that the server did not accept (422), in the app's own shape or in its framework's: names the fields. */
export function refusedFields({ status, body, sent }: Facts): string | undefined {
  const { detail } = body;
  if (status !== 422 || !Array.isArray(detail)) return undefined;
  const problems = detail.filter(isRecord).map((problem) => {
    const path = Array.isArray(problem['loc'])
      ? problem['loc'].slice(isPart(problem['loc'][0]) ? 1 : 0)
      : String(problem['field']).split('.');
    return `${path.join('.')}${pairName(sent, path)}: ${quoted(problem['msg'] ?? problem['message'])}`;
  });
  if (problems.length === 0) return 'the server could not read what was sent: it expects a JSON object.';
  const more = problems.length > MOST ? [`… ${problems.length - MOST} more`] : [];
  return ['the server refused what was sent, before its handler saw it:', ...problems.slice(0, MOST), ...more].join(
    '\n',
  );
}

/** The framework's paths start with the part of the request. */
function isPart(first: unknown): boolean {
  return ['body', 'path', 'query', 'header'].includes(String(first));
}

/** Which credential `credentials.0.value` is. */
function pairName(sent: unknown, path: readonly unknown[]): string {
  let holder: unknown = sent;
  for (const key of path.slice(0, -1)) {
    holder =
      typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[String(key)] : undefined;
  }
  return path.at(-1) === 'value' && isRecord(holder) && 'key' in holder ? ` (${quoted(holder['key'])})` : '';
}
