import type { IncomingMessage } from 'node:http';
import { redactedStart } from '../../redaction/process-redactor';
import { MARK } from '../../redaction/redaction-mark';

const START_SHOWN = 200;
const START_READ = 20_000;

/** The parts of a response's head that are needed to read its body. */
export interface BodyHead {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly contentEncoding: string | undefined;
}

/** Why a body can't be read. `what` completes "POST … returned 200 with a body that …". */
export interface Unreadable {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** Thrown for a body that arrived but can't be decompressed or decoded. */
export class UnreadableBody extends Error {
  readonly code = 'UNREADABLE';

  constructor(
    readonly head: { readonly status?: number | undefined },
    readonly text: Unreadable,
  ) {
    super(`a body that ${text.what}: ${text.why}`);
  }
}

export function bodyHead({ statusCode = 0, headers }: IncomingMessage): BodyHead {
  return { status: statusCode, contentType: headers['content-type'], contentEncoding: headers['content-encoding'] };
}

/**
 * The first bytes of a body, redacted, for an error message. Their charset is unknown, so a secret may be recognized in
 * only one of the charsets tried; in that case the bytes are not shown.
 */
export function bodyStart(bytes: Buffer): string {
  const [utf8 = '', latin1 = ''] = (['utf8', 'latin1'] as const).map((charset) =>
    redactedStart(bytes.toString(charset, 0, START_READ), START_SHOWN),
  );
  if (utf8.split(MARK).length !== latin1.split(MARK).length)
    return 'the body is not shown because it contains a secret';
  return `${bytes.length > START_SHOWN ? `the first ${START_SHOWN} of ${bytes.length} bytes` : 'the body'}: ${utf8}`;
}
