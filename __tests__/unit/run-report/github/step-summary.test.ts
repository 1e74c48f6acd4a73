import { lexer, type Token } from 'marked';
import { STEP_SUMMARY_LIMIT, stepSummary } from '../../../../src/run-report/github/step-summary';
import { COMMANDS, commandsIn } from '../../../support/ci-commands';
import { runModel } from '../../../support/run-models';
import { runWithText, SMALL_RUN } from '../../../support/small-run-model';

const OPTIONS = {
  rootDir: '/checkout/app',
  workspace: '/checkout',
  limit: STEP_SUMMARY_LIMIT,
  sourceUrl: 'https://github.com/owner/name/blob/0123abc',
};

test('a run with every status', () => {
  expect(stepSummary(SMALL_RUN, OPTIONS)).toMatchSnapshot();
});

test('a passed run', () => {
  expect(stepSummary(runModel({ passed: 2 }), { ...OPTIONS, sourceUrl: undefined })).toMatchSnapshot();
});

test('an empty run', () => {
  expect(stepSummary(runModel(), OPTIONS)).toMatch(/^## ❌ Connector tests failed: `Warehouse connector`\n\n\| passed/);
});

/** Every token of the Markdown, of all depths. */
function tokensOf(markdown: string): Token[] {
  const all: Token[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('type' in value && 'raw' in value) all.push(value as Token);
    Object.values(value).forEach(visit);
  };
  visit(lexer(markdown));
  return all;
}

/** What is not plain text, a table or code. */
function markupOf(markdown: string): string[] {
  const plain = ['heading', 'text', 'table', 'codespan', 'code', 'paragraph', 'space'];
  return tokensOf(markdown)
    .filter(({ type }) => !plain.includes(type))
    .map(({ type, raw }) => `${type} ${raw.split('\n')[0] ?? ''}`);
}

const WITHOUT_LINKS = { ...OPTIONS, sourceUrl: undefined };
const OWN_MARKUP = markupOf(stepSummary(runWithText('text'), WITHOUT_LINKS) ?? '').map((each) =>
  each.replace(/>.*<\/summary>/, '>'),
);

test.each([
  ...COMMANDS,
  '</code></summary></details><img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '[a](javascript:alert(1)) ![b](http://evil.example/x.png) <http://evil.example>',
  '``` \n```\n`a` ``b`` ```c',
  '`',
  '```',
  'a | b \\| c \\\\| d',
  '@octocat #123 www.evil.example https://evil.example a@evil.example',
  '# heading\n\n- [ ] item\n\n> quote\n\n    code\n\n***\n\n~~~\n',
  '&lt;img&gt; &#60;b&#62;',
  '\u0000\u001b[31m\u202e\u2028\ud800',
  '\\',
  ' ',
])('strings from elsewhere are nothing but text: %j', (text) => {
  const markdown = stepSummary(runWithText(text), WITHOUT_LINKS) ?? '';
  expect(markupOf(markdown).map((each) => each.replace(/>.*<\/summary>/, '>'))).toEqual(OWN_MARKUP);
  const columns = (kind: string): number[] =>
    tokensOf(kind)
      .filter(({ type }) => type === 'table')
      .flatMap((table) => ('rows' in table ? (table.rows as unknown[][]).map((row) => row.length) : []));
  expect(columns(markdown)).toEqual(columns(stepSummary(runWithText('text'), WITHOUT_LINKS) ?? ''));
  expect(commandsIn(markdown)).toEqual([]);
});

test('code in a cell is the string itself', () => {
  const spans = tokensOf(stepSummary(runWithText('a | ``b`` | <c>'), WITHOUT_LINKS) ?? '')
    .filter(({ type }) => type === 'codespan')
    .map((span) => ('text' in span ? String(span.text) : ''));
  expect(spans).toContain('a | ``b`` | &lt;c&gt;');
});

test('a path becomes a link only as a path', () => {
  const model = runWithText('text');
  const file = 'tests/a b)](x)>\'"#?/é.ts';
  const tests = model.tests.map((each) => ({ ...each, file, location: { file, line: 3, column: 1 } }));
  const links = tokensOf(stepSummary({ ...model, tests }, OPTIONS) ?? '').filter(({ type }) => type === 'link');
  expect(links.length).toBeGreaterThan(3);
  const hrefs = links.map((link) => ('href' in link ? link.href : ''));
  expect([...new Set(hrefs)]).toEqual([
    `${OPTIONS.sourceUrl}/app/tests/a%20b%29%5D%28x%29%3E%27%22%23%3F/%C3%A9.ts#L3`,
  ]);
});

test('a large run stays below the limit, and says what was left out', () => {
  const many = (name: string, count: number) =>
    SMALL_RUN.tests.filter((each) => each.name === name).flatMap((each) => Array<typeof each>(count).fill(each));
  const failures = [{ message: 'a line of thirty characters...\n'.repeat(120) }];
  const failed = many('checks by hand', 900).map((each) => ({
    ...each,
    attempts: [{ ...each.attempts[0]!, failures }],
  }));
  const markdown = stepSummary({ ...SMALL_RUN, tests: [...failed, ...many('config_get', 100)] }, OPTIONS) ?? '';
  const size = Buffer.byteLength(markdown);
  expect(size).toBeLessThanOrEqual(STEP_SUMMARY_LIMIT);
  expect(size).toBeGreaterThan(STEP_SUMMARY_LIMIT * 0.9);
  expect(markdown).toMatch(/\n\nLeft out because GitHub limits a summary to 1 MiB: [\d,]+ failure messages\.\n\n$/);
  expect(markdown).toContain('… 700 more failed tests');
  expect(markdown).toContain('… 50 more flaky tests');
});

test('a lower limit, because the step has written a summary already, is respected', () => {
  const limit = 3_000;
  const markdown = stepSummary(runModel({ failed: 30 }), { ...OPTIONS, limit }) ?? '';
  expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(limit);
  expect(markdown).toMatch(/^## /);
  expect(markdown).toMatch(/GitHub limits a summary to 1 MiB: 1 table and 2\d failure messages\.\n\n$/);
  expect(stepSummary(runModel({ failed: 30 }), { ...OPTIONS, limit: 100 })).toBeUndefined();
});

test('secrets are hidden', () => {
  process.env['MY_TOKEN'] = 'tok-planted-planted';
  try {
    expect(stepSummary(runWithText('tok-planted-planted'), OPTIONS)).not.toContain('planted');
  } finally {
    delete process.env['MY_TOKEN'];
  }
});
