import type { Credentials, Part } from '../../apis/connector-apis';
import type { StandardOptions } from '../standard-options';

/** The right credentials as a field of a scenario; without it, the environment and the block have them. */
export function credentialsOf({ credentials }: StandardOptions): { readonly credentials?: Part<Credentials> } {
  return credentials === undefined ? {} : { credentials };
}
