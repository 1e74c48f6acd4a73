import type { Json, JsonValue } from '../json/json';
import type { Lazy, LazyInput } from '../lazy';

/** A value, or a lazy that makes it, at any depth. */
export type MaybeLazy<Value> =
  | Value
  | Lazy<Value>
  | (Value extends readonly (infer Item)[]
      ? readonly MaybeLazy<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]: MaybeLazy<Value[Key]> }
        : never);

/**
 * A part of a request: a value, a lazy (at any depth), or a function. A function is called for each scenario, a lazy is
 * made once and kept.
 */
export type Part<Value> =
  | MaybeLazy<Value>
  // As in `lazy`: a scenario is written away from its block, whose context it is.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  | ((input: LazyInput<any>) => Value | Promise<Value>);

/** Flat credentials, `{ host, username, password }`, or the server's own list of pairs. */
export type Credentials =
  { readonly [name: string]: unknown } | readonly { readonly key: string; readonly value: string }[];

/** Fields of any names. */
export interface AnyArgs {
  readonly [name: string]: unknown;
}

/** Arguments of `auth`; any other field is sent as it is. */
export interface AuthArgs extends AnyArgs {
  readonly credentials?: Credentials;
}

/** Arguments of `preflight`; any other field is sent as it is. */
export interface PreflightArgs extends AuthArgs {
  readonly metadata?: AnyArgs;
  readonly connection_config?: AnyArgs;
  readonly checks_to_run?: readonly string[];
  readonly timeout_seconds?: number;
}

/** Arguments of `metadata`; any other field is sent as it is. */
export interface MetadataArgs extends AuthArgs {
  readonly metadata_template_key?: string;
  readonly object_filter?: string;
  readonly include_fields?: boolean;
  readonly max_objects?: number;
  readonly connection_config?: AnyArgs;
}

/** Arguments of `workflow`; any other field is sent as it is. */
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
  /** What an update stores; any JSON. It replaces what was there. */
  readonly configPayload?: JsonValue;
  /** The `?type=` of the store; the server's default is `workflows`. */
  readonly type?: string;
}

/** Paths that every envelope has. */
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

/** Known paths of an answer of `auth`. */
export interface AuthPaths extends EnvelopePaths {
  'data.status': string;
  'data.message': string;
  'data.identities': string[];
  'data.scopes': string[];
  'data.expires_at': string;
}

/** Known paths of an answer of `preflight`. */
export interface PreflightPaths extends EnvelopePaths {
  'preflight.status': string;
  'preflight.message': string;
  'preflight.total_duration_ms': number;
  'preflight.checks': Json[];
  'preflight.checks.0.name': string;
  'preflight.checks.0.passed': boolean;
  'preflight.checks.*.passed': boolean;
}

/** Known paths of an answer of `metadata`. */
export interface MetadataPaths extends EnvelopePaths {
  data: Json[];
}

/** Known paths of an answer of `workflow`. */
export interface WorkflowPaths extends EnvelopePaths {
  'data.workflow_id': string;
  'data.run_id': string;
  correlation_id: string;
  '$workflow.status': string;
  '$workflow.durationMs': number;
  '$workflow.result': Json;
  '$workflow.error': string;
}

/** Known paths of an answer of `config`. */
export interface ConfigPaths extends EnvelopePaths {
  data: Json;
}

/**
 * The APIs a scenario can name. An API of your own (option `apis`) is declared to TypeScript by augmenting this:
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

/** The known answer paths of an API, with the type of what stands there. */
export type PathsOf<Api extends ApiName> = ConnectorApis[Api] extends { paths: infer Paths } ? Paths : EnvelopePaths;
