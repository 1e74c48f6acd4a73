import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { ConnectorTestError } from '../../errors';
import type { RecordText } from './json-lines';
import type { ParquetResponse } from './parquet-worker';
import { parquetWorkerFile } from './parquet-worker-file';

/**
 * The rows of a Parquet file as JSON, some at a time; read by `hyparquet` in a thread, and waited for.
 *
 * @throws ConnectorTestError OUTPUT_UNREADABLE
 */
export function* parquetRows(path: string): Generator<readonly RecordText[]> {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2: workerPort } = new MessageChannel();
  const worker = new Worker(parquetWorkerFile(), {
    workerData: { path, signal, port: workerPort },
    transferList: [workerPort],
    // Jest's own arguments are not for it.
    execArgv: [],
  });
  worker.unref();
  let line = 0;
  try {
    for (;;) {
      port.postMessage('next');
      const response = waitForResponse(port, signal);
      if (response.kind === 'end') return;
      if (response.kind === 'error') throw parquetError(path, response);
      yield response.rows.map((text) => ({ text, line: (line += 1) }));
    }
  } finally {
    port.close();
    void worker.terminate();
  }
}

/** Not by an event: those who ask cannot wait for one. */
function waitForResponse(port: MessagePort, signal: Int32Array): ParquetResponse {
  Atomics.wait(signal, 0, 0, 60_000);
  Atomics.store(signal, 0, 0);
  const received = receiveMessageOnPort(port) as { message: ParquetResponse } | undefined;
  return received?.message ?? { kind: 'error', missing: undefined, text: 'the reader did not answer within 60,000 ms' };
}

function parquetError(path: string, { missing, text }: ParquetResponse & { kind: 'error' }): ConnectorTestError {
  return new ConnectorTestError('OUTPUT_UNREADABLE', {
    what: missing ? `Parquet cannot be read without ${missing}: ${path}.` : `${path} cannot be read.`,
    why: text,
    fix: missing
      ? `npm install --save-dev ${missing}`
      : 'look whether the workflow has written it to its end; hyparquet must be able to read it.',
  });
}
