import type { ApiResponse } from '../api-response';
import type { ApiName, ArgsOf } from '../apis/connector-apis';
import type { CallOptions } from './client-options';

/**
 * Calls the app server. Every answer is returned, 4xx and 5xx too; what is no answer (refused, reset, timed out,
 * broken JSON, a body that can't be decompressed or decoded) is thrown as a `ConnectorTestError`: `REQUEST_FAILED`,
 * `REQUEST_TIMEOUT`, `RESPONSE_TOO_LARGE`, `RESPONSE_UNREADABLE` or `INVALID_JSON`. Wrong arguments are thrown as
 * `INVALID_ARGS`, wrong options as `INVALID_OPTIONS`, before anything is sent. A redirect is not followed: a 307 is an answer.
 */
export interface Client {
  /** Where requests go, such as `http://127.0.0.1:8000`; a user name and password in it are sent as a header instead. */
  readonly serverHost: string;

  /**
   * Tests the credentials: `POST /workflows/v1/auth`. Flat credentials are sent as the server's list of pairs.
   *
   * @example
   * const answer = await client.auth({ credentials: { host: 'db', username: 'me', password: 'wrong' } });
   * expect(answer).toHaveHttpStatus(401);
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
   * Credentials are first handed to the server's local vault, once per distinct credentials, and replaced by the
   * `credential_guid` it gives; where there is no vault (403, 404), they are sent along. A vault that fails otherwise
   * throws `VAULT_FAILED`. A start is never repeated, so that no workflow is started twice.
   *
   * @example
   * const { body } = await client.workflow({ credentials, connection: { name: 'test_conn' } });
   * const { body: status } = await client.status(body.data.workflow_id, body.data.run_id);
   */
  workflow(args?: ArgsOf<'workflow'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Gets a configuration, or updates it when there is a `configPayload`: `/workflows/v1/config/{id}`.
   *
   * @example
   * await client.config({ configWorkflowId: 'wf-1', configPayload: { schedule: 'daily' } });
   * const { body } = await client.config({ configWorkflowId: 'wf-1' });
   */
  config(args: ArgsOf<'config'>, options?: CallOptions): Promise<ApiResponse>;

  /**
   * What a workflow is doing: `data.status` is `RUNNING`, `COMPLETED`, `FAILED`, …
   *
   * @example
   * expect((await client.status(workflowId, runId)).body.data.status).toBe('COMPLETED');
   */
  status(workflowId: string, runId: string, options?: CallOptions): Promise<ApiResponse>;

  /**
   * What a workflow returned; with `wait: true` the server answers when it has ended (mind `timeout`).
   *
   * @example
   * const { body } = await client.result(workflowId, { wait: true, timeout: 120_000 });
   */
  result(workflowId: string, options?: CallOptions & { readonly wait?: boolean }): Promise<ApiResponse>;

  /**
   * Ends a running workflow.
   *
   * @example
   * await client.stop(workflowId, runId);
   */
  stop(workflowId: string, runId: string, options?: CallOptions): Promise<ApiResponse>;

  /**
   * The JSON Schema of what a workflow of the app, or of its `entrypoint`, takes; 404 where there is none.
   *
   * @example
   * const { body } = await client.inputContract();
   * expect(body).toHavePath('properties.metadata');
   */
  inputContract(options?: CallOptions): Promise<ApiResponse>;

  /**
   * Asks whether the server is up: `GET /server/health`, or `healthPath`.
   *
   * @example
   * expect(await client.health()).toHaveHttpStatus(200);
   */
  health(options?: CallOptions): Promise<ApiResponse>;

  /**
   * Calls an API by its name: one of the five, or one of the option `apis`.
   *
   * @example
   * const client = createClient({ apis: { search: { method: 'GET', path: '/search/{index}' } } });
   * await client.call('search', { index: 'tables', q: 'orders' }); // GET /search/tables?q=orders
   */
  call(api: ApiName, args?: unknown, options?: CallOptions): Promise<ApiResponse>;

  /**
   * Closes idle connections. Not needed for the process to end: idle connections do not keep it alive.
   *
   * @example
   * afterAll(() => client.close());
   */
  close(): void;
}
