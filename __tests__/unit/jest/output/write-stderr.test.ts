import { writeStderr } from '../../../../src/jest/output/write-stderr';
import { learnSecretsOf } from '../../../../src/redaction/process-redactor';

test('one write, without secrets', () => {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  learnSecretsOf({ password: 'pLanted-7!' });
  writeStderr('a\nrefused: pLanted-7!\n');
  expect(write.mock.calls).toEqual([['a\nrefused: [redacted]\n']]);
  write.mockRestore();
});
