import { isRecord, isText } from '../../validation/shape';
import { type Facts, hasPath, quoted } from './hint-facts';

const CRASH = 'The app’s log has the traceback.';

/** The response is from a proxy, a login page or a development server. */
export function htmlPage({ text, origin, status }: Facts): string | undefined {
  if (!/^\s*(?:<!--[^]{0,500}?-->\s*)?<(?:!doctype html|html)\b/i.test(text ?? '')) return undefined;
  const title = /<title[^>]*>([^<]{1,100})<\/title>/i.exec(text ?? '')?.[1]?.trim();
  const page = `the response is an HTML page${title ? ` (${quoted(title)})` : ''}, not the app’s JSON`;
  if (status >= 502 && status <= 504) return `${page}: a proxy responded at ${origin} and could not reach the app.`;
  if (status >= 500) return `${page}: the app, or a proxy at ${origin}, failed. The app’s log may say why.`;
  return `${page}: a proxy, a login page or another program responded at ${origin}. Check \`serverHost\`.`;
}

export function redirect({ status, headers }: Facts): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = headers['location'];
  const where = location === undefined ? '' : ` (to ${quoted(location)})`;
  return `redirects are not followed${where}. Set \`serverHost\` or the endpoint to the redirect’s target.`;
}

/** The fallback response of the server’s framework. */
export function textCrash({ status, text, path }: Facts): string | undefined {
  if (status !== 500 || text === undefined) return undefined;
  const input = path.endsWith('/start') || path.includes('/config/') ? 'the request body could not be read, or ' : '';
  return `this response is not from a handler: ${input}the app crashed outside its handler. ${CRASH}`;
}

/** The handler didn't raise: it returned that the source rejected the login. */
export function refusedLogin({ api, status, body, failed }: Facts): string | undefined {
  const { data } = body;
  if (api !== 'auth' || status !== 401 || !isRecord(data)) return undefined;
  if (!hasPath(failed, 'success', 'data.status', '$http.status', '_http_status')) return undefined;
  const why = [data['message'], body['message']].find(isText);
  return `the source rejected this login${why === undefined ? '' : `: ${quoted(why)}`}`;
}

export function gatewayStatus({ status, statusExpected, headers }: Facts): string | undefined {
  if (statusExpected) return undefined;
  switch (status) {
    case 413:
      return 'the request body is larger than the server, or a proxy in front of it, accepts.';
    case 429:
      return `the server received too many requests${headers['retry-after'] ? `; it requests a pause (retry-after: ${quoted(headers['retry-after'])})` : ''}. Send fewer requests at a time.`;
    case 502:
      return 'a proxy got no response from the app: the app may have crashed, or may still be starting.';
    case 503:
      return 'the server responds but isn’t ready: it may still be starting, or something it needs is unavailable.';
    case 504:
      return 'a proxy stopped waiting for the app: the proxy’s time limit is shorter than the request takes.';
    default:
      return undefined;
  }
}

/** The body is JSON, but its content type isn't. */
export function jsonAsText({ text, headers, missing }: Facts): string | undefined {
  const type = headers['content-type'] ?? '';
  if (text === undefined || type === '' || missing.length === 0 || !/^\s*[[{]\s*["{[\d}\]tfn-]/.test(text))
    return undefined;
  const fitting = /[}\]][ \t\r]*\n\s*[[{]/.test(text) ? 'application/x-ndjson' : 'application/json';
  return `the body looks like JSON, but its content type is ${quoted(type)},\nso it is treated as a string and paths can’t be resolved. The server should send ${fitting}.`;
}
