import type { ResolvedOptions } from '../../config/resolve-options';
import type { TextValues } from '../../scenario/scenario';

/** Where a block's server is, and what is sent with every request to it. */
export interface ServerAccess {
  readonly serverHost: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** The access of a block's own client: a lazy header is made for each scenario, so it has the others. */
export function serverAccess(options: Pick<ResolvedOptions, 'serverHost' | 'headers' | 'query'>): ServerAccess {
  const { serverHost, headers, query } = options;
  return { serverHost, headers: plainTexts(headers), query: plainTexts(query) };
}

function plainTexts(values: TextValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
}
