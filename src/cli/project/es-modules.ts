import { dirname } from 'node:path';
import { readManifest } from './installed-package';

/** What Node needs for Jest to load ES modules. */
export const ES_MODULES_FLAG = '--experimental-vm-modules';

/** Whether a `.js` or `.ts` file is an ES module: the nearest package.json decides. */
export function isInModulePackage(path: string): boolean {
  for (let place = dirname(path); ; place = dirname(place)) {
    const manifest = readManifest(place);
    if (manifest !== undefined) return manifest['type'] === 'module';
    if (place === dirname(place)) return false;
  }
}
