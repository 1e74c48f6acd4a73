import { annotationLines } from '../../../../src/run-report/github/annotations';
import { COMMANDS, commandsIn } from '../../../support/ci-commands';
import { runModel } from '../../../support/run-models';
import { runWithText, SMALL_RUN } from '../../../support/small-run-model';

const ROOTS = { rootDir: '/checkout/app', workspace: '/checkout' };

test('a run with every status: errors of the run, each test, further checks, then what is flaky', () => {
  const place = 'file=app/tests/connector.test.ts';
  expect(annotationLines(SMALL_RUN, ROOTS)).toEqual([
    "::error file=app/tests/broken.test.ts,title=tests/broken.test.ts::Cannot find module './scenarios'",
    `::error ${place},line=21,col=30,title=my connector metadata_all::data.total%0A    note: all tables%0A    expected: equal to 9007199254740993%0A    received: 9007199254740995`,
    `::error ${place},line=40,col=3,title=my connector workflow_full::The worker ended: SIGSEGV`,
    `::error ${place},line=84,col=20,title=my connector checks by hand::expect(received).toBe(expected)%0A%0AExpected: 1%0AReceived: 2`,
    `::error ${place},line=50,col=3,title=my connector workflow_late::The run was interrupted by SIGINT.`,
    `::error ${place},line=22,col=30,title=my connector metadata_all::data.items%0A    expected: a list of 2 items%0A    received: nothing: the path stops at "data", an object with the key total`,
    `::warning ${place},line=30,col=3,title=my connector config_get::Flaky: it passed, but only when it was repeated.`,
  ]);
});

test('GitHub shows ten of each kind, so the others are counted', () => {
  const lines = annotationLines(runModel({ failed: 40, flaky: 12 }), ROOTS);
  const count = (start: string): number => lines.filter((line) => line.startsWith(start)).length;
  expect([count('::error '), count('::warning ')]).toEqual([10, 10]);
  // Each failed test has its turn before any has its second.
  const titles = lines.slice(0, 10).map((line) => /title=([^:]+)::/.exec(line)?.[1]);
  expect(new Set(titles).size).toBe(10);
  expect(lines.at(-1)).toBe('jest-connector: 2 more flaky tests are not annotated.');
  expect(lines[10]).toMatch(/^jest-connector: \d+ more failures are not annotated\.$/);
});

test('a passed run has none', () => {
  expect(annotationLines(runModel({ passed: 3, skipped: 1, todo: 1 }), ROOTS)).toEqual([]);
});

test('a place outside of the checkout is left out', () => {
  const lines = annotationLines(SMALL_RUN, { rootDir: '/elsewhere', workspace: '/checkout' });
  expect(lines[0]).toBe("::error title=tests/broken.test.ts::Cannot find module './scenarios'");
  // This one's stack line is in the checkout.
  expect(lines[1]).toMatch(/^::error file=app\/tests\/connector\.test\.ts,line=21/);
});

test.each([...COMMANDS, 'a,b:c\r\n::error::d', '%0A::error::e', '\u2028::error::f', 'g'.repeat(100_000)])(
  'strings from elsewhere make no commands: %.40s',
  (text) => {
    const lines = annotationLines(runWithText(text), ROOTS);
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) {
      expect(line).toMatch(/^::(?:error|warning) (?:[a-z]+=[^,:\r\n]*,)*title=[^,:\r\n]*::[^\r\n]*$/);
      expect(line.length).toBeLessThan(10_000);
      // The only command in it is its own.
      expect(commandsIn(line.replace(/^::/, ''))).toEqual([]);
    }
  },
);

test('secrets are hidden before the limits cut them', () => {
  process.env['MY_TOKEN'] = 'tok-planted-planted';
  try {
    expect(annotationLines(runWithText('tok-planted-planted'), ROOTS).join('\n')).not.toContain('planted');
  } finally {
    delete process.env['MY_TOKEN'];
  }
});
