import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset } from './assets';

/** Writes the assets of one run: one folder per type, one JSON object per line. */
export class OutputFolder {
  private readonly counts = new Map<string, number>();

  constructor(private readonly folder: string) {}

  write(type: string, assets: readonly Asset[]): void {
    mkdirSync(join(this.folder, type), { recursive: true });
    const lines = assets.map((asset) => `${JSON.stringify(asset)}\n`).join('');
    appendFileSync(join(this.folder, type, '0.json'), lines);
    this.counts.set(type, this.count(type) + assets.length);
  }

  count(type: string): number {
    return this.counts.get(type) ?? 0;
  }
}
