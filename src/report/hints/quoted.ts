import { printValue } from '../../assertions/values/print';

/** What a server said, in quotes, short and harmless. */
export function said(value: unknown): string {
  return printValue(value, { maxLength: 240 });
}
