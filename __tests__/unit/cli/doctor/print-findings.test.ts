import { ok, problem, problemOf, warning } from '../../../../src/cli/doctor/finding';
import { findingLines, summaryLine } from '../../../../src/cli/doctor/print-findings';
import { ConnectorTestError } from '../../../../src/errors';

test('a finding is a line, with further lines and the fix below it', () => {
  expect(findingLines(ok('node', 'Node 22.1.0'))).toBe('ok       Node 22.1.0');
  expect(findingLines(warning('env', 'git does not ignore .env.', 'add it:\n.gitignore'))).toBe(
    ['warning  git does not ignore .env.', '         Fix: add it:', '              .gitignore'].join('\n'),
  );
  expect(findingLines(problem('config', "Jest can't read its config:\nno such file", 'correct it.'))).toBe(
    ["problem  Jest can't read its config:", '         no such file', '         Fix: correct it.'].join('\n'),
  );
});

test('an error of the package is a problem, with its reason and its fix', () => {
  const error = new ConnectorTestError('SERVER_UNREACHABLE', { what: 'No server.', why: 'refused', fix: 'start it.' });
  expect(problemOf('server', error)).toEqual({
    ...{ check: 'server', severity: 'problem', what: 'No server.\nrefused', fix: 'start it.' },
  });
  const plain = new ConnectorTestError('SERVER_UNREACHABLE', { what: 'No server.', fix: 'start it.' });
  expect(problemOf('server', plain)).toMatchObject({ what: 'No server.' });
});

test('the last line counts the findings', () => {
  const findings = [ok('a', 'x'), ok('a', 'x'), problem('b', 'x', 'y'), warning('c', 'x', 'y'), warning('c', 'x', 'y')];
  expect(summaryLine(findings)).toBe('1 problem, 2 warnings, 2 ok');
  expect(summaryLine([])).toBe('0 problems, 0 warnings, 0 ok');
});
