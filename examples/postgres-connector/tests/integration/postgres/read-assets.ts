import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One line of an extraction's output. */
export interface WrittenAsset {
  readonly typeName: string;
  readonly attributes: { readonly name: string; readonly qualifiedName: string; readonly [name: string]: unknown };
  readonly customAttributes: Readonly<Record<string, unknown>>;
}

/** Reads the JSON lines of all files of a type. */
export function readAssets(folder: string, type: string): WrittenAsset[] {
  const files = readdirSync(join(folder, type)).filter((file) => file.endsWith('.json'));
  return files
    .map((file) => readFileSync(join(folder, type, file), 'utf8').trim())
    .flatMap((text) => (text === '' ? [] : text.split('\n')))
    .map((line) => JSON.parse(line) as WrittenAsset);
}
