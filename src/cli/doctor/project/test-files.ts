import { basename, relative } from 'node:path';
import { countOf } from '../../../count-of';
import { type ConfiguredFacts, ourProjects } from '../facts';
import { type Finding, ok, problem, warning } from '../finding';

/** Named as a test: then another config runs it. */
const HAS_NAME = /\.(?:test|spec)\.[cm]?[jt]sx?$/;

/** Whether Jest finds test files, and finds all that call `describeConnector`. */
export function testFileFindings(facts: ConfiguredFacts): Finding[] {
  const { settings, sources, folder } = facts;
  const { testFiles } = settings;
  if (testFiles.length === 0) return [noTests(facts)];
  const unseen = sources.filter(
    ({ path, text }) => /^\s*describeConnector\s*[<(]/m.test(text) && !testFiles.includes(path) && !HAS_NAME.test(path),
  );
  const lost = unseen.filter(({ name }) => !sources.some(({ text }) => importsFile(text, name)));
  if (lost.length > 0) {
    const names = lost.map(({ name }) => name).join(', ');
    const what = `Jest doesn't run ${names}, which calls describeConnector.`;
    return [warning('tests', what, 'name it `….test.ts` or `….test.js`, or correct `testMatch` or `roots`.')];
  }
  const using = sources.filter(({ text }) => /['"]jest-connector['"]/.test(text));
  if (using.length === 0) {
    const names = testFiles.slice(0, 3).map((path) => relative(folder, path));
    const what = `No file of the project imports jest-connector; Jest runs ${names.join(', ')}.`;
    return [warning('tests', what, 'create a suite: `npx jest-connector init`')];
  }
  return [ok('tests', `Jest finds ${countOf(testFiles.length, 'test file')}`)];
}

function noTests({ settings }: ConfiguredFacts): Finding {
  const [{ testMatch, testRegex, roots } = { testMatch: [], testRegex: [], roots: [] }] = ourProjects(settings);
  const patterns = [...testMatch, ...testRegex].join(', ');
  return problem(
    'tests',
    `Jest finds no test file: nothing in ${roots.join(', ')} matches ${patterns}.`,
    'correct `testMatch` or `roots`, or create a suite: `npx jest-connector init`',
  );
}

function importsFile(text: string, name: string): boolean {
  const plain = basename(name).replace(/\.[cm]?[jt]sx?$/, '');
  return new RegExp(
    `(?:from|import|require\\()\\s*['"][^'"\n]*\\b${plain.replace(/\W/g, '\\$&')}(?:\\.[cm]?[jt]s)?['"]`,
  ).test(text);
}
