import type { ClientOptions } from '../../client/client-options';
import type { ResolvedOptions } from '../../config/resolve-options';
import { defined } from '../../defined';
import type { TextValues } from '../../scenario/scenario';

/** The URL of a block's server, and the headers and query of every request to it. */
export interface ServerAccess {
  readonly serverHost: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
}

/** The access for a block's own client. It omits lazy headers, which are computed per scenario. */
export function serverAccess(options: Pick<ResolvedOptions, 'serverHost' | 'headers' | 'query'>): ServerAccess {
  const { serverHost, headers, query } = options;
  return { serverHost, headers: plainTexts(headers), query: plainTexts(query) };
}

/** The options of a block's own client. */
export function blockClientOptions(options: ResolvedOptions<never>): ClientOptions {
  const { workflowEndpoint, timeout, healthPath, apis, axios } = options;
  return { ...serverAccess(options), ...defined({ workflowEndpoint, timeout, healthPath, apis, axios }) };
}

function plainTexts(values: TextValues): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => typeof value !== 'object')
      .map(([name, value]) => [name, String(value)]),
  );
}
