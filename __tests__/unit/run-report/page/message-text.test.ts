import { messageText } from '../../../../src/run-report/page/message-text';

test('has the lines of a message, without colours', () => {
  expect(messageText('\u001b[31mone\u001b[39m\n  two')).toBe('one\n  two');
});

test('lines of a stack are not marked, which only Jest needs', () => {
  expect(messageText('Error: x\n    │ at a (b.js:1:1)\n│ other')).toBe('Error: x\n    at a (b.js:1:1)\n│ other');
});

test('a long message is cut', () => {
  expect(messageText('line\n'.repeat(1_000)).split('\n').length).toBeLessThan(250);
});
