import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { transformSync } from '@swc/core';
import { type SourceFile, sourceFiles } from './support/source-files';

/** Modules without a test of their own name: the test through which each is tested, and they are reached from it. */
const TESTED_THROUGH: Readonly<Record<string, string>> = {
  'unit/validation/field-rules': 'src/apis: apis-problems',
  'unit/apis/apis': 'src/apis: api-request bodies config-request path-segment',
  'unit/assertions/values/deep-equal': 'src/assertions/values: plain-equal',
  'unit/assertions/values/difference': 'src/assertions/values: text-difference',
  'unit/assertions/evaluate':
    'src/assertions: judge verdict; src/assertions/paths: missing-path no-keys; src/assertions/checks: to-predicate',
  'unit/assertions/paths/path': 'src/assertions/paths: path-text',
  'unit/assertions/values/print': 'src: count-of; src/assertions/values: quote',
  'unit/assertions/problems':
    'src/assertions/checks: check-problem is-found-everywhere thenable; src/assertions/predicates: children predicate',
  'unit/assertions/schema/exact-keywords': 'src/assertions/schema: stand-in',
  'unit/assertions/schema/schema': 'src/assertions/schema: json-schema standard-schema',
  'unit/assertions/semantics':
    'src/assertions/predicates: collections container custom equality formats instants items kinds numbers presence strings truth; src/assertions/values: instant iso-date; src/assertions/checks: string-order',
  'integration/client/client':
    'src/client: requester server-host validate-client-options; src/client/http: transport-error; src/apis: lifecycle-requests; src/json: half-character',
  'integration/client/body/decode-body':
    'src/client/body: decode-text media-type read-text sniff-charset unreadable-body',
  'integration/client/http/exchange-over-http': 'src/client/http: exchange-failure',
  'integration/client/http/http': 'src/client/http: exchange-outcome lean-adapter tracked-adapter',
  'unit/config/dapr-sidecar': 'src/config: dapr-components ready-made-service',
  'unit/config/resolve-options': 'src: defaults',
  'unit/config/validate-config':
    'src/config: placeholder-problems ready-problems service-rules services-problems short-timeout',
  'unit/jest/reporter/connector-reporter':
    'src/jest/reporter: no-match-message reporter-options; src/jest/files: reporter',
  'unit/jest/reporter/junit-file': 'src/jest/reporter: junit-texts',
  'unit/jest/transform/create-transformer':
    'src/jest/transform: package-version typescript-errors typescript-settings; src/jest/files: transformer',
  'integration/jest/channel/secrets': 'src/jest/channel: open-channel',
  'unit/jest/failure/failure-message': 'src/jest: jest-version',
  'unit/jest/concurrency/turns': 'src/jest/concurrency: waiter',
  'unit/jest/server/scenario-log': 'src/jest/server: correlated-lines server-log',
  'integration/jest/channel/workflow-stopper': 'src/jest/channel: awaited-workflows',
  'integration/jest/setup/setup-connector':
    'src/service/start: free-port; src/jest/server: choose-server; src/jest/files: global-setup global-teardown; src/jest/output: progress; src/jest/setup: stop-run teardown-connector',
  'unit/jest/preset/with-connector': 'src/jest/preset: other-preset',
  'unit/matchers/responses':
    'matchers/shared: response-lines message subject; matchers: to-be-successful to-have-http-status',
  'unit/matchers/shared/records': 'matchers: to-match-expected-data to-satisfy-record-rules',
  'unit/matchers/paths':
    'matchers/shared: outcome-message outcomes; matchers: to-have-path to-satisfy to-satisfy-path to-satisfy-paths',
  'unit/matchers/preflight/preflight':
    'matchers/preflight: named-check preflight-text readiness; matchers: to-be-ready to-have-failed-check to-have-passed-check',
  'unit/output/rules/check-records':
    'src/output: lazy-output; src/output/read: read-records; src/output/rules: record-rule references-resolve rules rules-problems rules-text',
  'unit/output/baseline/comparison-text': 'src/output: short-path',
  'unit/output/read/each-record':
    'src/output/read: json-document json-lines output-files plain-record read-chunks; src/output: record chunked',
  'unit/output/baseline/expected-data':
    'src/output/baseline: baseline-index comparison identity ignored-fields masks outlines path-tree record-comparison record-differences',
  'unit/output/update/update-baseline':
    'src/output/update: baseline-record write-baseline; src/output/baseline: compare-with-expected-data expected-data-options',
  'unit/redaction/copies/printable-copy': 'src/redaction/copies: printable-copy-kinds secret-trail',
  'unit/redaction/redactor':
    'src/redaction/text: bare-values decoded-view known-secrets named-values pattern-index quoted-text spans spellings text-patterns; src/redaction/names: distinctive learn-secrets name-words; src/redaction/copies: foreign-value plain-copy; src/redaction: redaction-mark secret',
  'unit/report/cut/cut-value': 'src/report/cut: cut-list cut-mark focus pretty-json',
  'unit/report/failure-text': 'src/report: body-text check-text; src/report/cut: differences',
  'unit/report/hints/hints': 'src/report/hints: detail-hints hint-facts preflight-hints refused-fields status-hints',
  'unit/runner/request/build-args': 'src/runner/request: build-credentials build-errors; src/apis: request-parts',
  'integration/runner/repeat/call-until-it-holds': 'src/runner/repeat: attempt',
  'integration/runner/run-scenario': 'src/assertions: subject; src/runner: failed-result progress',
  'unit/scenario/output-problems': 'src/scenario: output-fields',
  'integration/runner/workflow/wait-for-workflow':
    'src/runner: pauses; src/runner/workflow: poll-workflow workflow-error',
  'unit/scenario/validate-scenarios':
    'src/scenario: awaited-states checks-problems needs-problems problems-by-scenario repeat-problems scenario-shape wait-problems',
  'unit/json/sendable-copy': 'src/json: find-unsendable',
  'integration/service/start/start-service':
    'src/service/process: guarded-process guardian-file; src/service/start: is-listening started-service; src/service: probe-service service service-errors; src/service/logs: service-log',
};

/** Modules that only a process of their own can show, and the test that runs it. */
const RUN_BY: Readonly<Record<string, string>> = {
  'src/service/process/marked-processes': 'integration/service/process/stop-on-exit',
  'src/service/process/service-processes': 'integration/service/process/stop-on-exit',
  'src/jest/block/add-test': 'e2e/describe-connector',
  'src/jest/block/needed-scenarios': 'e2e/workflows',
  'src/jest/server/server-access': 'e2e/describe-connector',
  'src/jest/failure/lazy-test-error': 'e2e/describe-connector',
  'src/jest/block/describe-connector': 'e2e/describe-connector',
  'src/jest/failure/locator': 'e2e/describe-connector',
  'src/jest/watch/block-watch': 'e2e/first-hour',
  'src/jest/failure/setup-errors': 'e2e/describe-connector',
  'src/jest/block/block-hooks': 'e2e/describe-connector',
  'src/jest/block/scenario-runner': 'e2e/describe-connector',
  'src/jest/block/scenario-hooks': 'e2e/concurrency',
  'src/jest/files/register-matchers': 'e2e/preset',
  'src/jest/files/test-runner': 'e2e/by-hand',
  'src/output/read/parquet-worker': 'integration/output/read/parquet-rows',
  'src/output/read/parquet-worker-file': 'integration/output/read/parquet-rows',
  'src/service/process/guardian': 'integration/service/start/start-service',
};

/** Lists, without logic. */
const LISTS = ['src/index', 'matchers/index', 'src/apis/api-names'];

const modules = sourceFiles('src', 'matchers');
const tests = sourceFiles('__tests__').filter(({ path }) => path.endsWith('.test.ts'));
const nameOf = ({ path }: SourceFile): string => path.replace(/\.ts$/, '');
const byName = new Map([...modules, ...sourceFiles('__tests__/support')].map((file) => [nameOf(file), file]));

const testedThrough = Object.entries(TESTED_THROUGH).flatMap(([test, places]) =>
  places.split('; ').flatMap((place) => {
    const [folder = '', names = ''] = place.split(': ');
    return names.split(' ').map((name) => [`${folder}/${name}`, test] as const);
  }),
);

const mirrorsOf = (name: string): string[] =>
  ['unit', 'integration'].map((kind) => `__tests__/${kind}/${name.replace(/^src\//, '')}.test.ts`);
const hasMirror = (name: string): boolean => mirrorsOf(name).some((path) => existsSync(resolve(__dirname, '..', path)));

/** Types leave nothing behind when they are compiled. */
function hasLogic({ path }: SourceFile): boolean {
  const { code } = transformSync(readFileSync(resolve(__dirname, '..', path), 'utf8'), {
    swcrc: false,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022', preserveAllComments: false },
  });
  return code.replace(/\/\*[^]*?\*\/|\/\/.*|export \{\s*\};/g, '').trim() !== '';
}

/** All modules that a test loads, those too that its modules load. */
function reachedFrom(test: string): Set<string> {
  const file = tests.find(({ path }) => path === `__tests__/${test}.test.ts`);
  const reached = new Set<string>();
  const visit = ({ imports }: SourceFile): void => {
    for (const { target, isOurs, typeOnly } of imports) {
      const name = byName.has(target) ? target : `${target}/index`;
      const next = byName.get(name);
      if (!isOurs || typeOnly || next === undefined || reached.has(name)) continue;
      reached.add(name);
      visit(next);
    }
  };
  if (file) visit(file);
  return reached;
}

test('every module with logic has a test: a mirrored one, or one that is named above', () => {
  const known = [...testedThrough.map(([name]) => name), ...Object.keys(RUN_BY), ...LISTS];
  const untested = modules
    .filter(hasLogic)
    .map(nameOf)
    .filter((name) => !hasMirror(name) && !known.includes(name));
  expect(modules.length).toBeGreaterThan(100);
  expect(untested).toEqual([]);
});

test('a module stands above only while it needs to', () => {
  const listed = [...testedThrough.map(([name]) => name), ...Object.keys(RUN_BY), ...LISTS];
  expect(listed.filter((name) => !byName.has(name) || hasMirror(name))).toEqual([]);
  expect(listed.filter((name, index) => listed.indexOf(name) !== index)).toEqual([]);
});

test('each test that is named above loads what it is named for', () => {
  const unreached = testedThrough.filter(([name, through]) => !reachedFrom(through).has(name));
  expect(unreached).toEqual([]);
  const paths = tests.map(({ path }) => path);
  expect(Object.values(RUN_BY).filter((name) => !paths.includes(`__tests__/${name}.test.ts`))).toEqual([]);
});

test('every unit test mirrors something, or stands among those named above', () => {
  const named = [...Object.keys(TESTED_THROUGH), ...Object.values(RUN_BY)];
  // Each of these holds a whole folder to something.
  const folders = [
    'unit/assertions/index',
    'integration/client/exact-integers',
    'integration/client/recorded-responses',
    'unit/matchers/jest-protocol',
    'unit/redaction/long',
    'unit/redaction/random',
    'unit/redaction/text',
    'unit/redaction/value',
  ];
  const mirrors = modules.flatMap((file) => mirrorsOf(nameOf(file)));
  const strays = tests
    .map(({ path }) => path)
    .filter((path) => /^__tests__\/(unit|integration)\//.test(path) && !mirrors.includes(path))
    .filter((path) => ![...named, ...folders].includes(path.replace(/^__tests__\/|\.test\.ts$/g, '')));
  expect(strays).toEqual([]);
});
