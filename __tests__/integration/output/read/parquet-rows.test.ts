import { readFileSync, writeFileSync } from 'node:fs';
import { runAtOnce } from '../../../../src/output/chunked';
import { eachRecord } from '../../../../src/output/read/each-record';
import type { OutputRecord } from '../../../../src/output/record';
import { CompiledSources } from '../../../support/compiled-sources';
import { thrownBy } from '../../../support/matcher-failure';
import { outputFolder } from '../../../support/output-folder';
import { PARQUET_SAMPLES } from '../../../support/parquet-samples';

jest.setTimeout(30_000);

const mockSources = new CompiledSources();
afterAll(() => mockSources.remove());

jest.mock('../../../../src/output/read/parquet-worker-file', () => ({
  parquetWorkerFile: () => mockSources.file('src/output/read/parquet-worker'),
}));

const folder = outputFolder();

function recordsOf(name: string, bytes: Buffer): OutputRecord[] {
  const path = folder.file(`${name}/rows.parquet`, '');
  writeFileSync(path, bytes);
  const records: OutputRecord[] = [];
  runAtOnce(eachRecord(`${folder.path}/${name}`, (record, { line }) => records.push({ ...record, line })));
  return records;
}

test.each(Object.entries(PARQUET_SAMPLES))('rows are read at once, as JSON, from %s', (name, sample) => {
  expect(recordsOf(name, Buffer.from(sample, 'base64'))).toEqual([
    { typeName: 'Table', name: 'orders', size: 5, at: '1970-01-01T00:00:00.000Z', line: 1 },
    { typeName: 'Table', name: 'items', size: 2n ** 60n, at: null, line: 2 },
  ]);
});

test('a file that is none is named', () => {
  const error = thrownBy(() => recordsOf('broken', Buffer.from('no Parquet at all')));
  expect(error.code).toBe('OUTPUT_UNREADABLE');
  expect(error.message).toMatch(
    /^Cannot read the file .*broken\/rows\.parquet\.\n\n {2}Why: Error: parquet file invalid/,
  );
});

test.each(['hyparquet', 'hyparquet-compressors'])('without %s it says what to install', (name) => {
  const worker = mockSources.file('src/output/read/parquet-worker');
  const text = readFileSync(worker, 'utf8');
  // What Node says of a package that is not installed.
  const rejection = `Object.assign(new Error("Cannot find package '${name}' imported from x"), { code: 'ERR_MODULE_NOT_FOUND' })`;
  writeFileSync(worker, text.replace(`import('${name}')`, `Promise.reject(${rejection})`));
  const error = thrownBy(() => recordsOf('missing', Buffer.from(PARQUET_SAMPLES.gzip, 'base64')));
  writeFileSync(worker, text);
  expect(error.code).toBe('OUTPUT_UNREADABLE');
  expect(error.message).toContain(`without the package ${name}.`);
  expect(error.message).toContain(`npm install --save-dev ${name}`);
});
