import type { ApiResponse } from '../api-response';
import type { ApiName, ArgsOf } from '../apis/connector-apis';
import type { CallOptions } from './client-options';

/**
 * Sends requests to the app server. Every response is returned, also 4xx and 5xx; redirects are not followed.
 *
 * If there is no usable response (connection refused or reset, timeout, invalid JSON, a body that can't be decompressed
 * or decoded), a `ConnectorTestError` is thrown: `REQUEST_FAILED`, `REQUEST_TIMEOUT`, `RESPONSE_TOO_LARGE`,
 * `RESPONSE_UNREADABLE` or `INVALID_JSON`. Invalid arguments throw `INVALID_ARGS` and invalid options
 * `INVALID_OPTIONS`, before anything is sent.
 */
export interface Client {
  /**
   * The URL that requests go to, such as `http://127.0.0.1:8000`. A user name and password in it are sent as a header
   * instead.
   */
  readonly serverHost: string;

  /**
   * Tests credentials: `POST /workflows/v1/auth`. Flat credentials are sent as the server's list of pairs.
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
   * Fetches a list of metadata: `POST /workflows/v1/metadata`.
   *
   * @example
   * const { body } = await client.metadata({ credentials, metadata_template_key: 'schemas' });
   */
  metadata(args?: ArgsOf<'metadata'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Starts a workflow: `POST /workflows/v1/start`, or `workflowEndpoint`, or `options.endpoint`.
   *
   * Credentials are first sent to the server's local vault, once per distinct credentials, and replaced by the
   * `credential_guid` that it returns. If there is no vault (403, 404), they are sent inline. Any other failure of the
   * vault throws `VAULT_FAILED`. A start is never repeated, so no workflow is started twice.
   *
   * @example
   * const { body } = await client.workflow({ credentials, connection: { name: 'test_conn' } });
   * const { body: status } = await client.status(body.data.workflow_id, body.data.run_id);
   */
  workflow(args?: ArgsOf<'workflow'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Reads a configuration, or updates it if there is a `configPayload`: `/workflows/v1/config/{id}`.
   *
   * @example
   * await client.config({ configWorkflowId: 'wf-1', configPayload: { schedule: 'daily' } });
   * const { body } = await client.config({ configWorkflowId: 'wf-1' });
   */
  config(args: ArgsOf<'config'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Reads the status of a workflow: `GET /workflows/v1/status/{workflowId}/{runId}`. `data.status` is `RUNNING`,
   * `COMPLETED`, `FAILED` and so on.
   *
   * @example
   * expect((await client.status(workflowId, runId)).body.data.status).toBe('COMPLETED');
   */
  status(workflowId: string, runId: string, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Reads what a workflow returned: `GET /workflows/v1/result/{workflowId}`. With `wait: true` the server responds when
   * the workflow has ended; set `timeout` accordingly.
   *
   * @example
   * const { body } = await client.result(workflowId, { wait: true, timeout: 120_000 });
   */
  result(workflowId: string, options?: CallOptions & { readonly wait?: boolean }): Promise<ApiResponse>;

  /**
   * Stops a running workflow: `POST /workflows/v1/stop/{workflowId}/{runId}`.
   *
   * @example
   * await client.stop(workflowId, runId);
   */
  stop(workflowId: string, runId: string, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Reads the JSON Schema of the arguments of a workflow, or of an `entrypoint`: `GET /workflows/v1/input-contract`.
   * The status is 404 if there is none.
   *
   * @example
   * const { body } = await client.inputContract();
   * expect(body).toHavePath('properties.metadata');
   */
  inputContract(options?: CallOptions): Promise<ApiResponse>;

  /**
   * Reads the app's manifest, or that of an `entrypoint`: `GET /workflows/v1/manifest`. The status is 404 if there is none.
   *
   * @example
   * expect(await client.manifest()).toHaveHttpStatus(200);
   */
  manifest(options?: CallOptions): Promise<ApiResponse>;

  /**
   * Reads the app's OpenAPI document: `GET /openapi.json`. The status is 404 if there is none.
   *
   * @example
   * const { body } = await client.openApi();
   * expect(Object.keys(body.paths)).toContain('/workflows/v1/auth');
   */
  openApi(options?: CallOptions): Promise<ApiResponse>;

  /**
   * Checks whether the server is up: `GET /server/health`, or `healthPath`.
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
   * Closes idle connections. The process can end without it, because idle connections don't keep it alive.
   *
   * @example
   * afterAll(() => client.close());
   */
  close(): void;
}
