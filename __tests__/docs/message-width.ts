import { ConnectorTestError, ERROR_CODES } from '../../src/errors';
import { JEST_INDENT, MOST_COLUMNS } from '../../src/wrap-lines';
import { Document } from '../support/document';
import { sourceFiles } from '../support/source-files';

/** Code frames, values, options of curl, one line per failed scenario at the end, paths and URLs. */
const DATA = [
  ...[/^\s*(?:> )?\s*\d+ \|/, /^\s*\| +\^/, /^\s*(?:expected|received): /, /^\s*"/, /^\s*-[dH] '/],
  ...[/^ {2}my connector \S+: .*\([\w.-]+:\d+\)$/, /https?:\/\//, /\/home\/me\//],
];

/** In the report of a scenario, where these usually are, the sentence is broken. */
const IN_REPORTS =
  /^(?:BASELINE|OUTPUT|REQUEST|RESPONSE|WORKFLOW|VAULT|INVALID_ARGS|INVALID_JSON|LAZY|GAVE_UP|SCENARIO_TIMEOUT|INVALID_PREDICATE)/;
/** Contains a path or a URL, which may be long. */
const WITH_PATH = /\$\{(?:tmpdir\(\)|requestLine|placeText|shortPath|path\b)/;

test('no line of the sample failures is wider than 100 columns, apart from data, paths and URLs', () => {
  const samples = new Document('docs/failures.md').samples().filter(({ language }) => language === 'text');
  const lines = samples.flatMap(({ code }) => code.split('\n'));
  expect(lines.length).toBeGreaterThan(500);
  const wide = lines.filter((line) => line.length > MOST_COLUMNS && !DATA.some((pattern) => pattern.test(line)));
  expect(wide).toEqual([]);
});

test.each(ERROR_CODES)('a long reason and a long fix of %s are broken', (code) => {
  const sentence =
    'check that the server at http://127.0.0.1:8000 returns what `npx jest -t auth_valid` expects. '.repeat(3);
  const { message } = new ConnectorTestError(code, { what: 'It failed.', why: sentence, fix: `${sentence}\nor not.` });
  const lines = message.split('\n');
  expect(lines.length).toBeGreaterThan(8);
  // The report of a scenario indents it by two.
  expect(lines.filter((line) => line.length > MOST_COLUMNS - JEST_INDENT - 2)).toEqual([]);
});

test('the sentence of an error fits beside the name of the error', () => {
  const pattern = /new ConnectorTestError\(\s*'(\w+)',\s*\{\s*what:\s*([`'"])((?:(?!\2)[^])*)\2/g;
  const sentences = sourceFiles('src', 'matchers').flatMap(({ path, text }) =>
    [...text.matchAll(pattern)].map(([, code = '', , what = '']) => ({ path, code, what })),
  );
  expect(sentences.length).toBeGreaterThan(60);
  const wide = sentences
    .filter(({ code, what }) => !IN_REPORTS.test(code) && !WITH_PATH.test(what))
    .filter(({ code, what }) => {
      const words = what.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
      return `ConnectorTestError [${code}]: ${words}`.length > MOST_COLUMNS;
    });
  expect(wide).toEqual([]);
});
