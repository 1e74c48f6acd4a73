import type { ApiName, ArgsOf, Credentials, MaybeLazy, Part } from '../apis/connector-apis';
import type { JsonSchema } from '../assertions/schema/json-schema';
import type { StandardSchemaLike } from '../assertions/schema/standard-schema';
import type { Json } from '../json/json';
import type { Lazy } from '../lazy';
import type { IgnoredFields } from '../output/baseline/ignored-fields';
import type { RecordRule } from '../output/rules/record-rule';
import type { AssertThat } from './assert-that';
import type { FinalState } from './awaited-states';
import type { Eventually } from './eventually';
import type { RequestFields } from './request/request-fields';
import type { RequestParts } from './request/request-parts';
import type { StrengthOptions } from './strength/strength-options';

/** Header or query values. Numbers and booleans are sent as strings. */
export type TextValues = Readonly<Record<string, MaybeLazy<string | number | bigint | boolean>>>;

/** Fields of every scenario. */
export interface ScenarioFields<Name extends string = string> {
  /** The test's name, unique in its block. Say what is tested and what you expect, such as `auth_invalid_password`. */
  readonly name: Name;
  /** One more sentence about the scenario. It is shown when the scenario fails. */
  readonly description?: string;
  /** Skips the scenario. @default false */
  readonly skip?: boolean;
  /** Why it is skipped. The reason is part of the test's title. */
  readonly skipReason?: string;
  /** Runs only this scenario, and others with `only`, of the file. @default false */
  readonly only?: boolean;
  /** Words to select tests by, such as `smoke` for `@smoke` after `-t`. They follow the name in the test's title. */
  readonly tags?: readonly string[];
  /** Environment variables that the scenario needs, in addition to those of the block. */
  readonly requires?: readonly string[];
  /** What happens if one of them is missing. @default the block's `onMissing` */
  readonly onMissing?: 'fail' | 'skip';
  /**
   * Names of scenarios above this one that must pass first. A lazy reads their responses from `results`. If such a
   * scenario hasn't run, because of `-t` or `only`, it runs inside this scenario's test.
   */
  readonly needs?: readonly string[];
  /** Run it while nothing else of its block runs; see the option `concurrency`. @default false */
  readonly serial?: boolean;
  /** Scenarios with the same lock never run at the same time; see the option `concurrency`. */
  readonly lock?: string;
  /** Request headers by name, as values or lazies, merged over those of the block and the config. */
  readonly headers?: TextValues | Lazy<Readonly<Record<string, string>>>;
  /** Query parameters by name, as values or lazies, merged over those of the block and the config. */
  readonly query?: TextValues | Lazy<Readonly<Record<string, string>>>;
  /**
   * Limits one request as a whole, in milliseconds. Values under 1,000 need `allowShortTimeout`. @default the block's
   * `timeout`
   */
  readonly timeout?: number;
  /**
   * Allows a `timeout`, `preflightTimeout`, `workflowTimeout` or `eventually.timeout` under 1,000 ms, and a
   * `pollingInterval` or `eventually.interval` under 100 ms.
   * @default false
   */
  readonly allowShortTimeout?: boolean;
}

/** A scenario that runs. */
export interface ApiScenario<Api extends ApiName, Name extends string = string>
  extends ScenarioFields<Name>, RequestParts, RequestFields {
  /** The API to call: `auth`, `preflight`, `metadata`, `workflow`, `config`, or a name in the option `apis`. */
  readonly api: Api;
  /**
   * The request's arguments: a value or a lazy. Lazies may be nested at any depth. Without `args`, the request is built
   * from its parts, such as `metadata`, with credentials from the environment.
   * @default built from the parts
   */
  readonly args?: MaybeLazy<ArgsOf<Api>>;
  /** What the response must contain: `{ path: check }`. */
  readonly assertThat: AssertThat<Api>;
  /**
   * Marks a scenario that is still to be written. It is reported as todo and doesn't run; a name is enough. @default
   * false
   */
  readonly todo?: boolean;
  /**
   * `workflow` only: the path under `/workflows/v1` to call, such as `/extract`. @default the option `workflowEndpoint`
   */
  readonly endpoint?: string;
  /** The scenario's credentials. They replace all credentials of the block and the environment. Not with `args`. */
  readonly credentials?: Part<Credentials>;
  /** `config` only, not with `args`: what to do. @default `'get'`, or `'update'` with a `configPayload` */
  readonly configAction?: 'get' | 'update';
  /** `config` only, not with `args`: the id of the configuration. */
  readonly configWorkflowId?: Part<string>;
  /** `config` only, not with `args`: the configuration that an update stores. */
  readonly configPayload?: MaybeLazy<Json>;
  /**
   * How many times to resend a request that never reached the app (1–10): no connection, a connection dropped before a
   * response, or 502, 503 or 504. Which of these count depends on the API. A response that the checks expect is never
   * repeated.
   * @default 0
   */
  readonly retries?: number;
  /**
   * Repeats the request until all checks pass: `{ timeout, interval, failOn }`. Only for requests that read: not
   * for `workflow`, not for an update of a configuration, and not for a custom API that sends POST, PUT, PATCH or DELETE
   * without `reads: true`.
   */
  readonly eventually?: Eventually<Api>;
  /**
   * `workflow` only: the final status that the workflow must reach, or a list of them. Any other end, a timeout and an
   * unknown status fail the scenario.
   * @default `'COMPLETED'` if a path starts at `$workflow` or the output is checked; else the scenario doesn't wait
   */
  readonly waitFor?: FinalState | readonly FinalState[];
  /**
   * How long to wait for the workflow to end, in milliseconds. Values under 1,000 need `allowShortTimeout`. @default
   * the block's `workflowTimeout`
   */
  readonly workflowTimeout?: number;
  /**
   * The longest pause between two status requests, in milliseconds. The first pauses are shorter. Values under 100 need
   * `allowShortTimeout`. @default the block's `pollingInterval`
   */
  readonly pollingInterval?: number;
  /**
   * `workflow` only: `false` also sends arguments that don't match the app's input contract. @default the block's
   * `inputContract`
   */
  readonly inputContract?: boolean;
  /**
   * `workflow` only: the baseline file that the workflow's output must match. `jest -u` writes it. A relative path
   * starts at the Jest config's `rootDir`.
   */
  readonly expectedData?: string;
  /**
   * `workflow` only: the folder in which the app writes. The output is read from `<workflow id>/<run id>` below it, and
   * must be newer than the scenario's start. A relative path starts at `rootDir`.
   * @default the block's `extractedOutputBasePath`
   */
  readonly extractedOutputBasePath?: string;
  /**
   * `workflow` only: the subfolder of `<workflow id>/<run id>` that contains the records. `''` reads the whole folder.
   * @default 'transformed'
   */
  readonly outputSubdirectory?: string;
  /**
   * With `expectedData`: whether records and fields that the baseline doesn't list are differences. `'records'`:
   * records are, fields aren't.
   * @default true
   */
  readonly strictComparison?: boolean | 'records';
  /** With `expectedData`: fields that aren't compared, as a list or with reasons. @default DEFAULT_IGNORED_FIELDS */
  readonly ignoredFields?: IgnoredFields;
  /**
   * `workflow` only: the schema that each record of the output must match: a JSON Schema, or a schema of zod, valibot
   * or arktype.
   */
  readonly schema?: JsonSchema | StandardSchemaLike;
  /** `workflow` only: rules for the records of the output, such as `[nonEmpty('Table'), uniqueQualifiedName()]`. */
  readonly recordRules?: readonly RecordRule[];
  /**
   * What `npx jest-connector strength` leaves out, in addition to what the block leaves out:
   * `{ accept: { 'data.message': 'is translated' } }`.
   */
  readonly strength?: StrengthOptions;
}

/** A scenario of any API. */
export type AnyApiScenario = ApiScenario<ApiName>;

/**
 * A scenario that is not written yet: a name is enough. It is reported as todo.
 *
 * A todo that already names its API is an {@link ApiScenario}. The two types share no field that could be wrong, so the
 * compiler points at the wrong check or argument instead of at the whole scenario.
 */
export interface TodoScenario<Name extends string = string> extends ScenarioFields<Name> {
  readonly todo: true;
  readonly api?: undefined;
}

/** One declared test: an API, its arguments, and what the response must contain. */
export type Scenario<Name extends string = string> =
  { [Api in ApiName]: ApiScenario<Api, Name> }[ApiName] | TodoScenario<Name>;
