import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { ConnectorTestError } from '../../errors';
import type { RecordText } from './json-lines';
import type { ParquetResponse } from './parquet-worker';
import { parquetWorkerFile } from './parquet-worker-file';

/**
 * Reads the rows of a Parquet file as JSON, a batch at a time. `hyparquet` runs in a worker thread; this waits for it.
 *
 * @throws ConnectorTestError OUTPUT_UNREADABLE
 */
export function* parquetRows(path: string): Generator<readonly RecordText[]> {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2: workerPort } = new MessageChannel();
  const worker = new Worker(parquetWorkerFile(), {
    workerData: { path, signal, port: workerPort },
    transferList: [workerPort],
    // Node's arguments for Jest are not meant for the worker.
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

/** Blocks instead of using an event, because the callers are synchronous. */
function waitForResponse(port: MessagePort, signal: Int32Array): ParquetResponse {
  Atomics.wait(signal, 0, 0, 60_000);
  Atomics.store(signal, 0, 0);
  const received = receiveMessageOnPort(port) as { message: ParquetResponse } | undefined;
  return (
    received?.message ?? { kind: 'error', missing: undefined, text: 'the reader did not respond within 60,000 ms' }
  );
}

function parquetError(path: string, { missing, text }: ParquetResponse & { kind: 'error' }): ConnectorTestError {
  return new ConnectorTestError('OUTPUT_UNREADABLE', {
    what: missing
      ? `Cannot read the Parquet file ${path} without the package ${missing}.`
      : `Cannot read the file ${path}.`,
    why: text,
    fix: missing
      ? `npm install --save-dev ${missing}`
      : 'check that the workflow has written the whole file, in a form that hyparquet can read.',
  });
}
