import { TestJournal } from '../../../../src/jest/journal/test-journal';
import type { JournalFile } from '../../../../src/run-report/journal/journal-file';
import type { JournalLine } from '../../../../src/run-report/journal/journal-line';

interface Block {
  readonly name: string;
  readonly parent?: Block;
  readonly mode?: string;
  readonly children: object[];
}

function opened() {
  const lines: JournalLine[] = [];
  const file = {
    append: (text: string) => void lines.push(JSON.parse(text) as JournalLine),
    close: () => undefined,
  };
  const journal = new TestJournal(file as unknown as JournalFile, '/app/a.test.js');
  return { journal, lines, after: (count: number) => lines.slice(count).map(({ kind, ...line }) => [kind, line]) };
}

const root: Block = { name: 'ROOT_DESCRIBE_BLOCK', children: [] };
const block = (name: string, parent: Block, mode?: string): Block => ({
  ...{ name, parent, children: [], ...(mode && { mode }) },
});
function define(journal: TestJournal, parent: Block, name: string, mode?: string) {
  const test = { name, parent, mode, invocations: 0, errors: [] as unknown[] };
  parent.children.push(test);
  journal.onEvent({ name: 'add_test' }, { currentDescribeBlock: parent });
  return test;
}
const started = (journal: TestJournal, test: { invocations: number }): void => {
  test.invocations += 1;
  journal.onEvent({ name: 'test_start', test }, {});
  journal.onEvent({ name: 'test_started', test }, {});
  journal.onEvent({ name: 'test_fn_start', test }, {});
};

test('tests are numbered where they are defined, and listed before the first one runs', () => {
  const { journal, after } = opened();
  const around = block('around', root);
  define(journal, root, 'a');
  expect(journal.lastTest).toBe(0);
  define(journal, around, 'b', 'todo');
  define(journal, block('skipped', around, 'skip'), 'c');
  define(journal, root, 'd', 'skip');
  expect(journal.lastTest).toBe(3);
  // Jest refuses a nested test, so it isn't among the children.
  journal.onEvent({ name: 'add_test' }, { currentDescribeBlock: around });
  expect(journal.lastTest).toBe(3);
  journal.onEvent({ name: 'run_start' }, { hasFocusedTests: false, testNamePattern: null });
  expect(after(1)).toEqual([
    [
      'tests',
      {
        tests: [
          { ancestors: [], title: 'a' },
          { ancestors: ['around'], title: 'b', isTodo: true },
          { ancestors: ['around', 'skipped'], title: 'c', skippedBy: 'skip' },
          { ancestors: [], title: 'd', skippedBy: 'skip' },
        ],
      },
    ],
  ]);
});

test('it knows what `only` and -t leave out', () => {
  const { journal, lines } = opened();
  define(journal, root, 'left out');
  define(journal, root, 'focused', 'only');
  define(journal, block('b', root), 'focused, but not selected', 'only');
  journal.onEvent({ name: 'run_start' }, { hasFocusedTests: true, testNamePattern: /^focused$|left out/ });
  const [, { tests }] = lines as [JournalLine, Extract<JournalLine, { kind: 'tests' }>];
  expect(tests.map(({ skippedBy }) => skippedBy)).toEqual(['only', undefined, 'name']);
});

test('each attempt starts and ends once', () => {
  const { journal, lines } = opened();
  const [one, two] = [define(journal, root, 'a'), define(journal, block('b', root), 'a')];
  started(journal, one);
  started(journal, two);
  expect([journal.runningTest('a'), journal.runningTest('b a'), journal.runningTest('c')]).toEqual([0, 1, undefined]);
  one.errors.push(new Error('no'));
  journal.onEvent({ name: 'test_done', test: one }, {});
  journal.onEvent({ name: 'test_done', test: two }, {});
  expect(journal.runningTest('a')).toBeUndefined();
  started(journal, one);
  journal.end();
  expect(lines.slice(1)).toEqual([
    { kind: 'start', test: 0, at: expect.any(Number) },
    { kind: 'start', test: 1, at: expect.any(Number) },
    { kind: 'end', test: 0, at: expect.any(Number), failed: true },
    { kind: 'end', test: 1, at: expect.any(Number), failed: false },
    { kind: 'start', test: 0, at: expect.any(Number) },
    { kind: 'done' },
  ]);
});

test('a test that is skipped neither starts nor ends', () => {
  const { journal, lines } = opened();
  const test = define(journal, root, 'a', 'skip');
  journal.onEvent({ name: 'test_start', test }, {});
  journal.onEvent({ name: 'test_skip', test }, {});
  expect(lines).toHaveLength(1);
});

test('the clock is that of the system, with fractions', () => {
  const { journal, lines } = opened();
  expect(Math.abs(journal.now() - Date.now())).toBeLessThan(1_000);
  expect(lines[0]).toMatchObject({ kind: 'file', path: '/app/a.test.js', worker: expect.any(Number) });
});
