import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A request that was sent to a real server, and its answer. */
export interface RecordedExchange {
  readonly label: string;
  readonly request: {
    readonly method: 'GET' | 'POST';
    readonly path: string;
    readonly body?: unknown;
    readonly rawBody?: string;
  };
  readonly response: {
    readonly status: number;
    readonly contentType: string;
    readonly body?: unknown;
    readonly text?: string;
  };
}

const read = (name: string): string =>
  readFileSync(join(__dirname, 'recorded', `app-server-3.51.0-${name}.json`), 'utf8');
const parse = (text: string): RecordedExchange[] => JSON.parse(text) as RecordedExchange[];

/** What the published SDK server 3.51.0 answered, with Temporal and Dapr behind it. */
export const recordedResponses: readonly RecordedExchange[] = parse(read('full'));

/** What it answered without them. */
export const recordedHandlerOnly: readonly RecordedExchange[] = parse(read('handler-only'));

/** The bodies of a recording as they went over the wire, in its order: `0.0` stays `0.0`, which `JSON.parse` makes 0. */
export function wireBodies(name: 'full' | 'handler-only'): string[] {
  const marked = read(name).replace(/("(?:[^"\\]|\\.)*")|(-?\d+\.\d+)/g, (_, text?: string, number?: string) =>
    number === undefined ? String(text) : `"number ${number}"`,
  );
  return parse(marked).map(({ response }) => {
    const { body, text } = response;
    return text ?? JSON.stringify(body).replace(/"number (-?\d+\.\d+)"/g, '$1');
  });
}
