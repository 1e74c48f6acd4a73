import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder in which tests put what a workflow wrote; removed after all tests of the file. */
export function outputFolder(): OutputFolder {
  const folder = new OutputFolder();
  afterAll(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
}

class OutputFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'output-'));
  #next = 0;

  /** Writes a file of text, of one value, or of one record a line; its path. */
  file(name: string, content: unknown): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
    return path;
  }

  /** A new folder with one file of these records, a line each; its path. */
  output(records: readonly unknown[]): string {
    this.#next += 1;
    return dirname(this.file(`output-${this.#next}/records.json`, lines(records)));
  }
}

/** Records as JSON lines. */
export function lines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** A record as workflows write it. */
export function asset(type: string, attributes: object, others: object = {}): object {
  return { typeName: type, attributes, ...others };
}
