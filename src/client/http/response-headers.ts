import { isUtf8 } from 'node:buffer';
import type { ResponseHeaders } from '../../api-response';

/** Lower-case names; repeated headers are joined with `, `. `set-cookie` is a list, because a cookie may contain a comma. */
export function responseHeaders(headers: object, textOf: (value: string) => string = String): ResponseHeaders {
  const plain: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(headers) as [string, unknown][]) {
    if (value === undefined || value === null || value === false) continue;
    const key = name.toLowerCase();
    if (typeof value === 'string' && key !== 'set-cookie') {
      plain[key] = textOf(value);
      continue;
    }
    const values = (Array.isArray(value) ? value : [value]).map((item: unknown) => textOf(String(item)));
    plain[key] = key === 'set-cookie' ? values : values.join(', ');
  }
  return plain as ResponseHeaders;
}

/** Like {@link responseHeaders}, for headers that Node has read. */
export function receivedHeaders(headers: object): ResponseHeaders {
  return responseHeaders(headers, headerText);
}

/** Node reads each byte of a header as one character; if the bytes are UTF-8, this restores the original string. */
function headerText(value: string): string {
  if (!/[\u0080-\u00ff]/.test(value) || /[\u0100-\uffff]/.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : value;
}
