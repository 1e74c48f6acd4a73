import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { type SourceFile, sourceFiles } from './support/source-files';

/** Modules without a test of their own name: the test through which each is tested, and they are reached from it. */
const TESTED_THROUGH: Readonly<Record<string, string>> = {
  'unit/apis/apis': 'src/apis: api-request bodies config-request path-segment',
  'unit/assertions/deep-equal': 'src/assertions: plain-equal',
  'unit/assertions/difference': 'src/assertions: key-lists text-difference',
  'unit/assertions/evaluate': 'src/assertions: judge missing-path no-keys to-predicate verdict',
  'unit/assertions/path': 'src/assertions: path-text',
  'unit/assertions/print': 'src/assertions: quote',
  'unit/assertions/problems': 'src/assertions: check-problem children is-found-everywhere predicate thenable',
  'unit/assertions/exact-keywords': 'src/assertions: stand-in',
  'unit/assertions/schema': 'src/assertions: json-schema standard-schema',
  'unit/assertions/semantics':
    'src/assertions: collections container custom equality formats instant instants iso-date items kinds numbers presence string-order strings truth',
  'unit/client/client':
    'src/client: requester server-host transport-error validate-client-options; src/apis: lifecycle-requests; src: half-character',
  'unit/client/decode-body': 'src/client: decode-text media-type read-text sniff-charset unreadable-body',
  'unit/client/exchange-over-http': 'src/client: exchange-failure',
  'unit/client/http': 'src/client: exchange-outcome lean-adapter tracked-adapter',
  'unit/config/dapr-sidecar': 'src/config: dapr-components ready-made-service',
  'unit/config/resolve-options': 'src: defaults',
  'unit/config/validate-config':
    'src/config: apis-problems placeholder-problems ready-problems service-rules services-problems short-timeout; src: field-rules',
  'unit/jest/connector-reporter': 'src/jest: no-match-message reporter reporter-options',
  'unit/jest/junit-file': 'src/jest: junit-texts',
  'unit/jest/create-transformer': 'src/jest: package-version transformer typescript-settings',
  'unit/jest/channel/secrets': 'src/jest/channel: open-channel',
  'unit/jest/channel/workflow-stopper': 'src/jest/channel: awaited-workflows',
  'unit/jest/setup-connector':
    'src/service: free-port; src/jest: choose-server global-setup global-teardown notice readable-error stop-run teardown-connector',
  'unit/jest/with-connector': 'src/jest: other-preset',
  'unit/matchers/answers': 'matchers: answer-lines decision message subject to-be-successful to-have-http-status',
  'unit/matchers/records': 'matchers: to-match-expected-data to-satisfy-record-rules',
  'unit/matchers/paths': 'matchers: outcome-message outcomes to-have-path to-satisfy to-satisfy-path to-satisfy-paths',
  'unit/matchers/preflight':
    'matchers: named-check preflight-text readiness to-be-ready to-have-failed-check to-have-passed-check',
  'unit/output/check-records':
    'src/output: entry read-records record-rule references-resolve rules rules-problems rules-text',
  'unit/output/comparison-text': 'src/output: short-path text-table',
  'unit/output/each-record': 'src/output: json-document json-lines output-files plain-record read-chunks record steps',
  'unit/output/expected-data':
    'src/output: baseline-index comparison identity ignored-fields masks outlines path-tree record-comparison record-differences',
  'unit/output/update-baseline':
    'src/output: baseline-record compare-with-expected-data expected-data-options write-baseline',
  'unit/redaction/look-alike': 'src/redaction: look-alike-kinds trail',
  'unit/redaction/redactor':
    'src/redaction: bare-values decoded-view distinctive foreign-value known-secrets learn-secrets mark name-words named-values pattern-index plain-copy quoted-text secret spans spellings text-patterns',
  'unit/report/cut-value': 'src/report: cut-list cut-mark focus json-lines read-property',
  'unit/report/failure-text': 'src/report: body-text check-text differences visible-copy',
  'unit/report/hints': 'src/report: detail-hints hint-facts preflight-hints refused-fields said status-hints',
  'unit/runner/build-args': 'src/runner: build-credentials build-errors; src/apis: request-parts',
  'unit/runner/call-until-it-holds': 'src/runner: attempt',
  'unit/runner/run-scenario': 'src/assertions: subject; src/runner: await-workflow failed-result',
  'unit/scenario/output-problems': 'src/scenario: output-fields',
  'unit/runner/wait-for-workflow': 'src/runner: fixed-times growing-pauses look-at-workflow workflow-error',
  'unit/scenario/validate-scenarios':
    'src/scenario: awaited-states checks-problems needs-problems repeat-problems scenario-shape wait-problems',
  'unit/sendable-copy': 'src: find-unsendable',
  'unit/service/start-service':
    'src/service: guarded-process guardian-file is-listening look-at-service service service-errors service-log started-service',
};

/** Modules that only a process of their own can show, and the test that runs it. */
const RUN_BY: Readonly<Record<string, string>> = {
  'src/service/marked-processes': 'unit/service/stop-on-exit',
  'src/service/service-processes': 'unit/service/stop-on-exit',
  'src/jest/add-test': 'e2e/describe-connector',
  'src/jest/needed-scenarios': 'e2e/workflows',
  'src/jest/server-access': 'e2e/describe-connector',
  'src/jest/test-error': 'e2e/describe-connector',
  'src/jest/describe-connector': 'e2e/describe-connector',
  'src/jest/locator': 'e2e/describe-connector',
  'src/jest/block-watch': 'e2e/first-hour',
  'src/jest/setup-errors': 'e2e/describe-connector',
  'src/jest/suite-run': 'e2e/describe-connector',
  'src/jest/register-matchers': 'e2e/preset',
  'src/jest/test-runner': 'e2e/by-hand',
  'src/output/parquet-worker': 'unit/output/parquet-rows',
  'src/output/parquet-worker-file': 'unit/output/parquet-rows',
  'src/service/guardian': 'unit/service/start-service',
};

/** Lists, without logic. */
const LISTS = ['src/index', 'matchers/index', 'src/apis/api-names'];

const modules = sourceFiles('src', 'matchers');
const tests = sourceFiles('__tests__').filter(({ path }) => path.endsWith('.test.ts'));
const nameOf = ({ path }: SourceFile): string => path.replace(/\.ts$/, '');
const byName = new Map([...modules, ...sourceFiles('__tests__/support')].map((file) => [nameOf(file), file]));

const testedThrough = Object.entries(TESTED_THROUGH).flatMap(([test, places]) =>
  places.split('; ').flatMap((place) => {
    const [room = '', names = ''] = place.split(': ');
    return names.split(' ').map((name) => [`${room}/${name}`, test] as const);
  }),
);

const mirrorOf = (name: string): string => `__tests__/unit/${name.replace(/^src\//, '')}.test.ts`;
const hasMirror = (name: string): boolean => existsSync(resolve(__dirname, '..', mirrorOf(name)));

/** Types leave nothing behind when they are compiled. */
function hasLogic({ text }: SourceFile): boolean {
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, removeComments: true };
  const { outputText } = ts.transpileModule(text, { compilerOptions });
  return outputText.replace(/"use strict";|Object\.defineProperty\(exports, "__esModule".*/g, '').trim() !== '';
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
  // Each of these holds a whole room to something.
  const rooms = [
    'unit/assertions/index',
    'unit/client/exact-integers',
    'unit/client/recorded-answers',
    'unit/matchers/jest-protocol',
    'unit/redaction/long',
    'unit/redaction/random',
    'unit/redaction/text',
    'unit/redaction/value',
  ];
  const mirrors = modules.map((file) => mirrorOf(nameOf(file)));
  const strays = tests
    .map(({ path }) => path)
    .filter((path) => path.startsWith('__tests__/unit/') && !mirrors.includes(path))
    .filter((path) => ![...named, ...rooms].includes(path.replace(/^__tests__\/|\.test\.ts$/g, '')));
  expect(strays).toEqual([]);
});
