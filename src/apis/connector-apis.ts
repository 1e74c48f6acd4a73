import type { Json, JsonValue } from '../json/json';
import type { Lazy, LazyInput } from '../lazy';

/** A value, or a lazy that returns it, at any depth. */
export type MaybeLazy<Value> =
  | Value
  | Lazy<Value>
  | (Value extends readonly (infer Item)[]
      ? readonly MaybeLazy<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]: MaybeLazy<Value[Key]> }
        : never);

/**
 * A part of a request: a value, a lazy (at any depth), or a function. A function is called for each scenario; a lazy is
 * computed once and cached.
 */
export type Part<Value> =
  | MaybeLazy<Value>
  // As in `lazy`: the context's type belongs to the block, and a scenario may be declared in another file.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  | ((input: LazyInput<any>) => Value | Promise<Value>);

/** Flat credentials, such as `{ host, username, password }`, or the server's list of pairs. */
export type Credentials =
  { readonly [name: string]: unknown } | readonly { readonly key: string; readonly value: string }[];

/** Fields with any names. */
export interface AnyArgs {
  readonly [name: string]: unknown;
}

/** Arguments of `auth`; other fields are sent unchanged. */
export interface AuthArgs extends AnyArgs {
  readonly credentials?: Credentials;
}

/** Arguments of `preflight`; other fields are sent unchanged. */
export interface PreflightArgs extends AuthArgs {
  readonly metadata?: AnyArgs;
  readonly connection_config?: AnyArgs;
  readonly checks_to_run?: readonly string[];
  readonly timeout_seconds?: number;
}

/** Arguments of `metadata`; other fields are sent unchanged. */
export interface MetadataArgs extends AuthArgs {
  readonly metadata_template_key?: string;
  readonly object_filter?: string;
  readonly include_fields?: boolean;
  readonly max_objects?: number;
  readonly connection_config?: AnyArgs;
}

/** Arguments of `workflow`; other fields are sent unchanged. */
export interface WorkflowArgs extends AuthArgs {
  readonly metadata?: AnyArgs;
  readonly connection?: AnyArgs;
  readonly workflow_id?: string;
  readonly correlation_id?: string;
  readonly credential_guid?: string;
}

/** Arguments of `config`. */
export interface ConfigArgs {
  /** The `{id}` of `/config/{id}`. */
  readonly configWorkflowId: string;
  /** `get` (the default without a payload) or `update` (the default with one). */
  readonly configAction?: 'get' | 'update';
  /** The value that an update stores; any JSON. It replaces the stored value. */
  readonly configPayload?: JsonValue;
  /** The `?type=` of the store; the server's default is `workflows`. */
  readonly type?: string;
}

/** Paths that every response envelope has. */
interface EnvelopePaths {
  success: boolean;
  message: string;
  detail: Json;
  '$http.status': number;
  '$http.durationMs': number;
  '$http.size': number;
  '$http.headers.content-type': string;
  _http_status: number;
}

/** Known paths of a response of `auth`. */
export interface AuthPaths extends EnvelopePaths {
  'data.status': string;
  'data.message': string;
  'data.identities': string[];
  'data.scopes': string[];
  'data.expires_at': string;
}

/** Known paths of a response of `preflight`. */
export interface PreflightPaths extends EnvelopePaths {
  'preflight.status': string;
  'preflight.message': string;
  'preflight.total_duration_ms': number;
  'preflight.checks': Json[];
  'preflight.checks.0.name': string;
  'preflight.checks.0.passed': boolean;
  'preflight.checks.*.passed': boolean;
}

/** Known paths of a response of `metadata`. */
export interface MetadataPaths extends EnvelopePaths {
  data: Json[];
}

/** Known paths of a response of `workflow`. */
export interface WorkflowPaths extends EnvelopePaths {
  'data.workflow_id': string;
  'data.run_id': string;
  correlation_id: string;
  '$workflow.status': string;
  '$workflow.durationMs': number;
  '$workflow.result': Json;
  '$workflow.error': string;
}

/** Known paths of a response of `config`. */
export interface ConfigPaths extends EnvelopePaths {
  data: Json;
}

/**
 * The APIs that a scenario can use. Declare your own APIs (option `apis`) to TypeScript by augmenting this interface.
 *
 * @example
 * declare module 'jest-connector' {
 *   interface ConnectorApis { search: { args: { q: string }; paths: { 'hits.0.title': string } } }
 * }
 */
export interface ConnectorApis {
  auth: { args: AuthArgs; paths: AuthPaths };
  preflight: { args: PreflightArgs; paths: PreflightPaths };
  metadata: { args: MetadataArgs; paths: MetadataPaths };
  workflow: { args: WorkflowArgs; paths: WorkflowPaths };
  config: { args: ConfigArgs; paths: ConfigPaths };
}

/** The names of {@link ConnectorApis}. */
export type ApiName = Extract<keyof ConnectorApis, string>;

/** The arguments of an API. */
export type ArgsOf<Api extends ApiName> = ConnectorApis[Api] extends { args: infer Args } ? Args : AnyArgs;

/** The known response paths of an API, with the types of their values. */
export type PathsOf<Api extends ApiName> = ConnectorApis[Api] extends { paths: infer Paths } ? Paths : EnvelopePaths;
