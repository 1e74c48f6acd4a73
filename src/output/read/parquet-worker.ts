import { type MessagePort, workerData } from 'node:worker_threads';
import { jsonText } from '../../json/exact-json';

/** A message from the reader. */
export type ParquetResponse =
  | { readonly kind: 'rows'; readonly rows: readonly string[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'error'; readonly missing: string | undefined; readonly text: string };

interface Order {
  readonly path: string;
  /** Set to 1 when a response is ready. */
  readonly signal: Int32Array;
  readonly port: MessagePort;
}

const ROWS = 2_000;
const { path, signal, port } = workerData as Order;
const batches = readBatches();

port.on('message', () => void response());

async function response(): Promise<void> {
  let said: ParquetResponse;
  try {
    const { value, done } = await batches.next();
    said = done ? { kind: 'end' } : { kind: 'rows', rows: value };
  } catch (error) {
    said = { kind: 'error', missing: missingPackage(error), text: String(error) };
  }
  port.postMessage(said);
  Atomics.store(signal, 0, 1);
  Atomics.notify(signal, 0);
}

async function* readBatches(): AsyncGenerator<string[]> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const compressors = needsCompressors(metadata) ? (await import('hyparquet-compressors')).compressors : {};
  const count = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < count; rowStart += ROWS) {
    const rowEnd = Math.min(rowStart + ROWS, count);
    const rows = await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd });
    yield rows.map((row) => jsonText(row, { replace: (_key, value) => jsonValue(value) }));
  }
}

/** hyparquet itself decompresses Snappy. */
function needsCompressors({ row_groups }: { row_groups: readonly { columns: readonly Column[] }[] }): boolean {
  const codecs = row_groups.flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec));
  return codecs.some((codec) => codec !== undefined && codec !== 'UNCOMPRESSED' && codec !== 'SNAPPY');
}

interface Column {
  readonly meta_data?: { readonly codec: string } | undefined;
}

function jsonValue(value: unknown): unknown {
  // As JSON.parse would return it; in a 64-bit column, all values are bigints.
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  return ArrayBuffer.isView(value)
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
    : value;
}

function missingPackage(error: unknown): string | undefined {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  return /'(hyparquet(?:-compressors)?)'/.exec(String(message))?.[1];
}
