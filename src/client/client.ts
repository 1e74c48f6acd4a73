import type { ApiAnswer } from '../api-answer';
import type { ApiName, ArgsOf } from '../apis/connector-apis';
import type { CallOptions } from './client-options';

/** Calls the app server. Every answer is returned, 4xx and 5xx too; only what is no answer is thrown. */
export interface Client {
  /** Where requests go, such as `http://127.0.0.1:8000`. */
  readonly serverHost: string;
  auth(args?: ArgsOf<'auth'>, options?: CallOptions): Promise<ApiAnswer>;
  preflight(args?: ArgsOf<'preflight'>, options?: CallOptions): Promise<ApiAnswer>;
  metadata(args?: ArgsOf<'metadata'>, options?: CallOptions): Promise<ApiAnswer>;
  workflow(args?: ArgsOf<'workflow'>, options?: CallOptions): Promise<ApiAnswer>;
  config(args: ArgsOf<'config'>, options?: CallOptions): Promise<ApiAnswer>;
  status(workflowId: string, runId: string, options?: CallOptions): Promise<ApiAnswer>;
  result(workflowId: string, options?: CallOptions & { readonly wait?: boolean }): Promise<ApiAnswer>;
  stop(workflowId: string, runId: string, options?: CallOptions): Promise<ApiAnswer>;
  health(options?: CallOptions): Promise<ApiAnswer>;
  call(api: ApiName, args?: unknown, options?: CallOptions): Promise<ApiAnswer>;
  /** Closes idle connections. */
  close(): void;
}
