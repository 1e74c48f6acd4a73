// The package's public names. Re-exports only, with two side effects on load: the hints for Python spellings, and the
// notice of a missing preset.
import { noticeMissingPreset } from './jest/preset-check';
import { refusePythonNames } from './validation/python-names';

export { describeConnector } from './jest/block/describe-connector';
export { defineScenarios } from './scenario/define-scenarios';
export type { AssertThat } from './scenario/assert-that';
export type { Eventually } from './scenario/eventually';
export type { RequestFields } from './scenario/request/request-fields';
export type { RequestParts } from './scenario/request/request-parts';
export type { ApiScenario, Scenario, ScenarioFields, TextValues, TodoScenario } from './scenario/scenario';
export { secret } from './redaction/secret';
export { source, type Source, type SourceOptions } from './env/source';
export { lazy, type Lazy, type LazyInput, type NeededResponse, type NeededResults } from './lazy';
export type { FinalState } from './scenario/awaited-states';
export type {
  AttemptRecord,
  ScenarioResult,
  RequestRecord,
  ResponseRecord,
  ErrorRecord,
  WorkflowRecord,
  WorkflowState,
} from './runner/scenario-result';
export type { CheckOutcome } from './assertions/outcome';

// A star export, because TypeScript allows augmenting an interface (`interface ConnectorApis`) only through one.
export * from './apis/connector-apis';
export type { ApiDefinition, ApiDefinitions, ApiMethod, RawBody } from './apis/api-definition';

export * from './assertions';

// Exported from this file, because it also adds the matchers' types to `expect`.
export type { ConnectorMatchers } from '../matchers/jest-ambient';

export { standardScenarios } from './jest/lazy-standard-scenarios';
export type {
  StandardConfig,
  StandardMetadata,
  StandardOptions,
  StandardPreflight,
  StandardWorkflow,
} from './standard/standard-options';

export { createClient } from './jest/create-client';
export type { Client } from './client/client';
export type { CallOptions, ClientOptions, Exchange, SentRequest } from './client/client-options';
export type { ApiResponse, ResponseHeaders } from './api-response';

export {
  attributeNotNull,
  checkRecords,
  compareWithExpectedData,
  countBetween,
  matchesRecordSchema,
  nonEmpty,
  readRecords,
  referencesResolve,
  requiredAttributes,
  uniqueQualifiedName,
} from './output/lazy-output';
export { warn, type RecordCheck, type RecordRule, type RuleFindings } from './output/rules/record-rule';
export { DEFAULT_IGNORED_FIELDS, type IgnoredField, type IgnoredFields } from './output/baseline/ignored-fields';
export type { RecordsReport, RuleFinding, RuleOutcome } from './output/rules/records-report';
export type { CompareOptions } from './output/baseline/compare-with-expected-data';
export type {
  DataComparison,
  DifferenceKind,
  FieldDifference,
  RecordDifference,
  TypeComparison,
} from './output/baseline/comparison';
export type { RecordSource } from './output/read/each-record';
export type { ExpectedDataOptions } from './output/baseline/expected-data-options';
export type { OutputRecord, RecordPlace } from './output/record';
export type { ReferenceOptions } from './output/rules/references-resolve';
export type { RuleOptions } from './output/rules/rules';

export { setupConnector, teardownConnector, withConnector } from './jest/lazy-main-process';
export { daprSidecar, temporalDevServer } from './jest/lazy-main-process';
export type { DaprComponent } from './config/dapr-components';
export type { DaprSidecarOptions } from './config/dapr-sidecar';
export type { TemporalDevServerOptions } from './config/temporal-dev-server';
export type { BlockContext, ConnectorConfig, ConnectorHooks, ConnectorOptions } from './config/options';
export type { ReportOptions } from './config/report-options';
export type { AppConfig, ReadyConfig, ServiceConfig } from './config/service-config';

export { ConnectorTestError, type ErrorCode } from './errors';
export type { Json, JsonValue } from './json/json';

// Called here, because `register` also loads what this file imports, before it records that it ran.
noticeMissingPreset();
// Not `exports`: the bundle puts an object of its own into `module.exports`.
refusePythonNames(module.exports as object);
