import { join } from 'node:path';

/**
 * The compiled reader of Parquet, for plain Node runs it: inside Jest an ES module can be imported only with a flag of
 * Node's. Tests that run from the sources put another path here.
 */
export function parquetWorkerFile(): string {
  return join(__dirname, 'parquet-worker.js');
}
