/** What a real server's answer has to mean to the matchers, and what a person is told who expected a success. */
export interface Expectation {
  /** `toBeSuccessful`: neither it nor its opposite holds where the answer does not say. */
  readonly successful: 'yes' | 'no' | 'undecided';
  /** `toBeReady`. @default 'undecided', as for all that is no preflight */
  readonly ready?: 'yes' | 'no' | 'undecided';
  /** `toHavePassedCheck` and `toHaveFailedCheck`. */
  readonly passed?: readonly string[];
  readonly failed?: readonly string[];
  /** The one hint, where there is one. */
  readonly hint?: RegExp;
}

const green: Expectation = { successful: 'yes' };
const noEnvelope: Expectation = { successful: 'undecided' };
const refused = (hint: RegExp): Expectation => ({ successful: 'no', hint });

const unreadable = refused(/^the server could not read the request body: it expects a JSON object\.$/);
const wrongPassword = refused(/^the source rejected this login: "wrong password"$/);
const unreadableConfig = refused(
  /^this response is not from a handler: the request body could not be read, or the app/,
);
const serverError = (detail: string): Expectation =>
  refused(new RegExp(`^the server returned an error, which has a .detail. and no .success.: "${detail}`));

/** Of both recordings. */
const BOTH: Readonly<Record<string, Expectation>> = {
  health: noEnvelope,
  ready: noEnvelope,
  'unknown route': refused(/^there is no "\/nope" at /),
  'wrong method': refused(/^there is no "\/workflows\/v1\/auth" at .* for this method/),
  'auth ok': green,
  'auth flat credentials': green,
  'auth nested credentials': green,
  'auth wrong password': wrongPassword,
  'auth empty': wrongPassword,
  'auth handler error 401': refused(/^the handler raised an error instead of returning a status, .*bad handler"$/),
  'auth handler crashes': refused(
    /^the handler crashed, so the response has no `success`\. .*log has the traceback\.$/,
  ),
  'auth number value': refused(
    /calling the handler:\ncredentials\.0\.value \("port"\): "Input should be a valid string"$/,
  ),
  'auth broken JSON': unreadable,
  'auth JSON array': unreadable,
  'auth no body': unreadable,
  'preflight ready': { successful: 'yes', ready: 'yes', passed: ['authCheck', 'databasesCheck'] },
  'preflight not ready': {
    ...{ successful: 'yes', ready: 'no', passed: ['authCheck'], failed: ['databasesCheck'] },
    hint: /^1 of 2 preflight checks failed.*:\n"databasesCheck": "missing: \['NOPE'\]"$/,
  },
  'preflight partial': {
    ...{ successful: 'yes', ready: 'no', passed: ['authCheck', 'databasesCheck'], failed: ['createPermission'] },
    hint: /^1 of 3 preflight checks failed.*:\n"createPermission": "no CREATE permission"$/,
  },
  'preflight wrong password': {
    ...{ successful: 'yes', ready: 'no', passed: ['databasesCheck'], failed: ['authCheck'] },
    hint: /^1 of 2 preflight checks failed.*:\n"authCheck": "wrong password"$/,
  },
  // The crash says nothing about the configuration: not even that it is not ready.
  'preflight handler crashes': {
    ...{ successful: 'no', ready: 'undecided' },
    hint: /^the handler crashed instead of returning checks.*log has the traceback\.$/,
  },
  'preflight handler error 403': {
    ...{ successful: 'no', ready: 'no', failed: ['preflightVerdict'] },
    hint: /^the handler raised an error instead of returning checks: "no grants"$/,
  },
  'preflight wrong type': refused(/calling the handler:\nchecks_to_run: "Input should be a valid list"$/),
  metadata: green,
  'metadata api shape': green,
  'config bad id': refused(/calling the handler:\nconfig_id: "String should match pattern/),
  'config update broken JSON': unreadableConfig,
  vault: green,
  'vault not an object': refused(/^this response is not from a handler: the app crashed outside its handler/),
  configmaps: green,
  manifest: serverError('No manifest available'),
  'start unknown endpoint': refused(/Replace `endpoint: '\/mine'` with `entrypoint: 'mine'`\.$/),
};

/** With Temporal and Dapr. A workflow that fails, or was stopped, starts and has a status like any other. */
const FULL: Readonly<Record<string, Expectation>> = {
  'config missing': serverError('Config not found: nothing-here'),
  'config update': green,
  'config get': green,
  'input contract': noEnvelope,
  'start unknown entrypoint': refused(/^the app has no entry point "miner"/),
  'start wrong type': refused(/\nGET .*\/workflows\/v1\/input-contract lists the fields/),
  'start broken JSON': unreadableConfig,

  start: green,
  'start that will fail': green,
  'start to be stopped': green,
  'status running': green,
  'status completed': green,
  'status failed': green,
  'status stopped': green,
  'status not found': serverError('Failed to get workflow status'),
  'result running': green,
  'result completed': green,
  'result failed': { successful: 'no' },
  'result stopped': { successful: 'no' },
  'result not found': serverError('Workflow not found: none'),
  stop: green,
  'stop completed': serverError('Workflow not found: demo-'),
  'stop not found': serverError('Failed to stop workflow'),
};

const noTemporal = refused(/^the app runs without Temporal[^]*`temporalDevServer\(\)` in `services`/);
const noDapr = refused(/^the app runs without an object store[^]*`daprSidecar\(\)` in `services`/);

/** The handler alone. */
const HANDLER_ONLY: Readonly<Record<string, Expectation>> = {
  'config missing': noDapr,
  'config update': noDapr,
  'config get': noDapr,
  'input contract': serverError("App '' not registered"),
  'start unknown entrypoint': noTemporal,
  'start wrong type': noTemporal,
  'start broken JSON': noTemporal,
  start: noTemporal,
  'status not found': noTemporal,
  'result not found': noTemporal,
  'stop not found': noTemporal,
};

/** By the label of the recorded exchange. */
export const EXPECTATIONS = { full: { ...BOTH, ...FULL }, handlerOnly: { ...BOTH, ...HANDLER_ONLY } };
