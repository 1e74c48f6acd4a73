import { join } from 'node:path';

/**
 * The path of the compiled Parquet reader. Plain Node runs it, because inside Jest an ES module can be imported only with
 * a Node flag. Tests that run from the sources replace this path.
 */
export function parquetWorkerFile(): string {
  return join(__dirname, 'parquet-worker.js');
}
