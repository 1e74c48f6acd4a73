import { isRecord, isText } from '../../validation/shape';
import { type Facts, hasPath, quoted } from './hint-facts';

const CRASH = 'The app’s log has the traceback.';

/** A proxy, a login page or a development server answered. */
export function htmlPage({ text, origin, status }: Facts): string | undefined {
  if (!/^\s*(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype html|html)\b/i.test(text ?? '')) return undefined;
  const title = /<title[^>]*>([^<]{1,100})<\/title>/i.exec(text ?? '')?.[1]?.trim();
  const page = `the answer is an HTML page${title ? ` (${quoted(title)})` : ''}, not the app’s JSON`;
  if (status >= 502 && status <= 504) return `${page}: a proxy answered at ${origin}, and could not reach the app.`;
  return `${page}: a proxy, a login page or another program answered at ${origin}. Check \`serverHost\`.`;
}

export function redirect({ status, headers }: Facts): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = headers['location'];
  const where = location === undefined ? '' : ` (to ${quoted(location)})`;
  return `a redirect is not followed${where}. Let \`serverHost\`, or the endpoint, name the place where it leads.`;
}

/** What the server’s framework writes when nothing else could. */
export function textCrash({ status, text, path }: Facts): string | undefined {
  if (status !== 500 || text === undefined) return undefined;
  const input =
    path.endsWith('/start') || path.includes('/config/') ? 'the body that was sent could not be read, or ' : '';
  return `no handler wrote this answer: ${input}the app crashed outside its handler. ${CRASH}`;
}

/** The handler returned that the source refused; it did not raise. */
export function refusedLogin({ api, status, body, failed }: Facts): string | undefined {
  const { data } = body;
  if (api !== 'auth' || status !== 401 || !isRecord(data)) return undefined;
  if (!hasPath(failed, 'success', 'data.status', '$http.status', '_http_status')) return undefined;
  const why = [data['message'], body['message']].find(isText);
  return `the source refused this login${why === undefined ? '' : `, and said: ${quoted(why)}`}`;
}

export function gatewayStatus({ status, statusExpected, headers }: Facts): string | undefined {
  if (statusExpected) return undefined;
  switch (status) {
    case 413:
      return 'the body that was sent is larger than the server, or a proxy before it, takes.';
    case 429:
      return `the server has had too many requests${headers['retry-after'] ? `; it asks to wait (retry-after: ${quoted(headers['retry-after'])})` : ''}. Fewer at a time may help.`;
    case 502:
      return 'a proxy got no answer from the app: it may have crashed, or be starting.';
    case 503:
      return 'the server is there, and not ready: it may be starting, or something it needs is not.';
    case 504:
      return 'a proxy gave up waiting for the app: its own time limit is shorter than the request takes.';
    default:
      return undefined;
  }
}

/** The body is JSON, but not by its content type. */
export function jsonAsText({ text, headers, missing }: Facts): string | undefined {
  const type = headers['content-type'] ?? '';
  if (text === undefined || type === '' || missing.length === 0 || !/^\s*[[{]\s*["{[\d}\]tfn-]/.test(text))
    return undefined;
  const fitting = /[}\]][ \t\r]*\n\s*[[{]/.test(text) ? 'application/x-ndjson' : 'application/json';
  return `the body looks like JSON, but its content type is ${quoted(type)}: it is taken as one text, and no path leads into it. The server should send ${fitting}.`;
}
