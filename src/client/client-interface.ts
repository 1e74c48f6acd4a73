import type { ApiResponse } from '../api-response';
import type { ApiName, ArgsOf } from '../apis/connector-apis';
import type { CallOptions } from './client-options';

/**
 * Calls the app server. Every HTTP response is returned, including 4xx and 5xx. Redirects are not followed: a 307 is
 * returned like any other response.
 *
 * If there is no usable response (connection refused or reset, timeout, invalid JSON, a body that can't be decompressed
 * or decoded), the call rejects with a `ConnectorTestError`: `REQUEST_FAILED`, `REQUEST_TIMEOUT`, `RESPONSE_TOO_LARGE`,
 * `RESPONSE_UNREADABLE` or `INVALID_JSON`. Invalid arguments (`INVALID_ARGS`) and invalid options (`INVALID_OPTIONS`)
 * reject before anything is sent.
 */
export interface Client {
  /** The server's URL, such as `http://127.0.0.1:8000`. A user name and password in it are sent as a header instead. */
  readonly serverHost: string;

  /**
   * Tests the credentials: `POST /workflows/v1/auth`. Flat credentials are sent as the server's list of pairs.
   *
   * @example
   * const response = await client.auth({ credentials: { host: 'db', username: 'me', password: 'wrong' } });
   * expect(response).toHaveHttpStatus(401);
   */
  auth(args?: ArgsOf<'auth'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Validates a configuration: `POST /workflows/v1/check`.
   *
   * @example
   * expect(await client.preflight({ credentials, metadata: { databases: ['MY_DB'] } })).toBeReady();
   */
  preflight(args?: ArgsOf<'preflight'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Fetches a metadata list: `POST /workflows/v1/metadata`.
   *
   * @example
   * const { body } = await client.metadata({ credentials, metadata_template_key: 'schemas' });
   */
  metadata(args?: ArgsOf<'metadata'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Starts a workflow: `POST /workflows/v1/start`, or `workflowEndpoint`, or `options.endpoint`.
   *
   * Credentials are first stored in the server's local vault, once per distinct credentials, and replaced by the
   * `credential_guid` it returns. If the server has no vault (403, 404), they are sent with the request. Any other vault
   * failure rejects with `VAULT_FAILED`. A start request is never resent, so that no workflow is started twice.
   *
   * @example
   * const { body } = await client.workflow({ credentials, connection: { name: 'test_conn' } });
   * const { body: status } = await client.status(body.data.workflow_id, body.data.run_id);
   */
  workflow(args?: ArgsOf<'workflow'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Gets a configuration, or updates it if there is a `configPayload`: `/workflows/v1/config/{id}`.
   *
   * @example
   * await client.config({ configWorkflowId: 'wf-1', configPayload: { schedule: 'daily' } });
   * const { body } = await client.config({ configWorkflowId: 'wf-1' });
   */
  config(args: ArgsOf<'config'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Gets the status of a workflow: `data.status` is `RUNNING`, `COMPLETED`, `FAILED`, …
   *
   * @example
   * expect((await client.status(workflowId, runId)).body.data.status).toBe('COMPLETED');
   */
  status(workflowId: string, runId: string, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Gets the result of a workflow. With `wait: true` the server responds when the workflow has ended; set `timeout` to
   * match.
   *
   * @example
   * const { body } = await client.result(workflowId, { wait: true, timeout: 120_000 });
   */
  result(workflowId: string, options?: CallOptions & { readonly wait?: boolean }): Promise<ApiResponse>;

  /**
   * Stops a running workflow.
   *
   * @example
   * await client.stop(workflowId, runId);
   */
  stop(workflowId: string, runId: string, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Gets the JSON Schema of a workflow's input, for the app or its `entrypoint`; the response is 404 if there is none.
   *
   * @example
   * const { body } = await client.inputContract();
   * expect(body).toHavePath('properties.metadata');
   */
  inputContract(options?: CallOptions): Promise<ApiResponse>;

  /**
   * Checks the server's health: `GET /server/health`, or `healthPath`.
   *
   * @example
   * expect(await client.health()).toHaveHttpStatus(200);
   */
  health(options?: CallOptions): Promise<ApiResponse>;

  /**
   * Calls an API by name: a built-in one, or one of the option `apis`.
   *
   * @example
   * const client = createClient({ apis: { search: { method: 'GET', path: '/search/{index}' } } });
   * await client.call('search', { index: 'tables', q: 'orders' }); // GET /search/tables?q=orders
   */
  call(api: ApiName, args?: unknown, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Closes idle connections. This is optional: idle connections do not keep the process alive.
   *
   * @example
   * afterAll(() => client.close());
   */
  close(): void;
}
