import { diff } from 'jest-diff';
import { equals } from '../../../src/assertions';
import { bodyText } from '../../../src/report/body-text';
import { failureText } from '../../../src/report/failure-text';
import { failedResult } from '../../support/failed-result';

const WORKFLOW = {
  workflowId: 'demo-1',
  runId: 'run-1',
  awaited: ['COMPLETED'],
  ending: 'final',
  states: [],
  polls: 1,
  durationMs: 1,
} as const;

test('a bar stands before each line of what a server or the app wrote, wherever that ends a line', () => {
  const foreign = 'one\r::error::two\n\n  ::error::three\r\n##[error]four\u2028::error::five';
  const lines = ['│ one', '│ ::error::two', '│', '│   ::error::three', '│ ##[error]four\\u2028::error::five'];
  const text = failureText(
    failedResult({
      body: foreign,
      headers: {},
      assertThat: { a: equals(1) },
      result: { serverLog: ['::error::log', 'b'], workflow: { ...WORKFLOW, error: foreign } },
    }),
  );
  const indented = (title: string, of: readonly string[]): string =>
    `${title}:\n${of.map((line) => `      ${line}\n`).join('')}`;
  expect(text).toContain(indented('Response (200 OK, no content type)', lines));
  expect(text).toContain(indented('Server log', ['│ ::error::log', '│ b']));
  expect(text).toContain(
    indented(
      'its error, as the server reports it',
      lines.map((line) => `  ${line}`),
    ),
  );
});

test('what XML cannot write is written out', () => {
  expect(bodyText('a\uffffb\ufffe')).toBe('│ a\\uffffb\\ufffe');
  const text = failureText(
    failedResult({ body: { a: 'x\ufffe\ud800\0' }, assertThat: { a: equals('x'), '': equals({ a: '\uffff' }) } }),
    { diff: (expected, received) => diff(expected, received) ?? undefined },
  );
  expect(text).toContain('received: "x\\ufffe\\ud800\\u0000"');
  expect(text).not.toMatch(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
});
