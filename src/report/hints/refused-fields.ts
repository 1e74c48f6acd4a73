import { isRecord } from '../../validation/shape';
import { type Facts, quoted } from './hint-facts';

const MOST = 5;

/** Names the invalid fields of a rejected request (422), from the app's own response format or its framework's. */
export function refusedFields({ status, body, sent }: Facts): string | undefined {
  const { detail } = body;
  if (status !== 422 || !Array.isArray(detail)) return undefined;
  const problems = detail.filter(isRecord).map((problem) => {
    const path = Array.isArray(problem['loc'])
      ? problem['loc'].slice(isPart(problem['loc'][0]) ? 1 : 0)
      : String(problem['field']).split('.');
    return `${path.join('.')}${pairName(sent, path)}: ${quoted(problem['msg'] ?? problem['message'])}`;
  });
  if (problems.length === 0) return 'the server could not read the request body: it expects a JSON object.';
  const more = problems.length > MOST ? [`… ${problems.length - MOST} more`] : [];
  return ['the server rejected the request before calling the handler:', ...problems.slice(0, MOST), ...more].join(
    '\n',
  );
}

/** The framework's paths start with a part of the request, such as `body`. */
function isPart(first: unknown): boolean {
  return ['body', 'path', 'query', 'header'].includes(String(first));
}

/** The key of the credential at a path such as `credentials.0.value`. */
function pairName(sent: unknown, path: readonly unknown[]): string {
  let holder: unknown = sent;
  for (const key of path.slice(0, -1)) {
    holder =
      typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[String(key)] : undefined;
  }
  return path.at(-1) === 'value' && isRecord(holder) && 'key' in holder ? ` (${quoted(holder['key'])})` : '';
}
