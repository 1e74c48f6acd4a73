import type { ResolvedOptions } from '../../config/resolve-options';
import type { BlockStrength } from './block-strength';

/** Judges the checks of a block's scenarios; `undefined` in an ordinary run. */
export function blockStrength(isOn: boolean | undefined, options: ResolvedOptions): BlockStrength | undefined {
  if (isOn !== true) return undefined;
  const { BlockStrength: Strength } = require('./block-strength') as typeof import('./block-strength');
  return new Strength(options);
}
