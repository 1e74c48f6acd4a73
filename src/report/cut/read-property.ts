import { thrownText } from '../../assertions/values/print';
import { wordMark } from './cut-mark';

/** What stands under `key`; of a getter that throws, a mark that says so. */
export function readProperty(holder: object, key: string | number): unknown {
  try {
    return (holder as Record<string | number, unknown>)[key];
  } catch (error) {
    return wordMark(`[getter threw ${thrownText(error)}]`);
  }
}
