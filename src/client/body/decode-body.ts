import { decodeText } from './decode-text';
import { bodyKind, charsetParameter, mediaType } from './media-type';
import { sniffCharset } from './sniff-charset';
import { type BodyHead, bodyStart, UnreadableBody } from './unreadable-body';

/**
 * Decodes a body strictly by its charset. Returns `''` for a content type that is binary, such as a zip or an image,
 * and for binary data without a content type.
 */
export function decodeBody(bytes: Buffer, head: BodyHead): string {
  const kind = bodyKind(head.contentType);
  if (kind === 'binary' || bytes.length === 0) return '';
  const charset = charsetOf(bytes, head);
  const decoded = decodeText(bytes, charset.name);
  if ('text' in decoded) return decoded.text;
  if (kind === 'unknown') return '';
  if ('unknownCharset' in decoded) throw new UnreadableBody(head, unknownText(charset));
  throw new UnreadableBody(head, invalidText(bytes, decoded.invalidAt, { charset, head }));
}

interface Charset {
  readonly name: string;
  /** Where the name comes from; completes "the charset x is …". */
  readonly source: string;
}

function charsetOf(bytes: Buffer, { contentType = '' }: BodyHead): Charset {
  const type = mediaType(contentType);
  const named = charsetParameter(contentType);
  const sniffed = sniffCharset(bytes, { type, named, isJson: ['json', 'records'].includes(bodyKind(contentType)) });
  if (sniffed) return sniffed;
  if (named !== undefined) return { name: named, source: `named by the content type ${JSON.stringify(contentType)}` };
  return {
    name: 'utf-8',
    // Computed on demand, because nearly every body gets here.
    get source() {
      return `assumed because the content type ${JSON.stringify(contentType)} names none`;
    },
  };
}

function unknownText({ name, source }: Charset) {
  return {
    what: "is in a charset that Node can't decode",
    why: `the charset ${JSON.stringify(name)} is ${source}, and Node ${process.version} doesn't know it.`,
    fix: 'send the body as UTF-8, or use a charset label of the WHATWG Encoding Standard, such as `iso-8859-1`.',
  };
}

interface Context {
  readonly charset: Charset;
  readonly head: BodyHead;
}

function invalidText(bytes: Buffer, offset: number, { charset, head }: Context) {
  const byte = `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
  const { contentEncoding } = head;
  const ignored = contentEncoding === undefined ? '' : ` (after content-encoding ${JSON.stringify(contentEncoding)})`;
  return {
    what: `isn't valid in its charset, ${charset.name}`,
    why: `the first invalid byte is ${byte} at offset ${offset} of ${bytes.length}${ignored}; the charset ${charset.name} is ${charset.source}.\n${bodyStart(bytes)}`,
    fix: 'send the body in the charset that the content type names, or name its actual charset,\nfor example `content-type: application/json; charset=iso-8859-1`.',
  };
}
