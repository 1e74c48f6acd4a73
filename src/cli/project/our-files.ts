import { basename } from 'node:path';
import { packageOf } from './installed-package';

/** The name of this package. */
export const OUR_NAME = 'jest-connector';

/** Whether a path in Jest's configuration is the published file `name` of some copy of this package. */
export function isOurs(path: string | null | undefined, name: string): boolean {
  return typeof path === 'string' && basename(path) === `${name}.js` && packageOf(OUR_NAME, path) !== undefined;
}
