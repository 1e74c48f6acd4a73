import { redactConsole, type WritingConsole } from '../../../src/jest/redact-console';

let written: [method: string, ...args: unknown[]][];
let quiet: WritingConsole;
beforeEach(() => {
  written = [];
  const methods = ['assert', 'debug', 'dir', 'error', 'group', 'groupCollapsed', 'info', 'log', 'trace', 'warn'];
  quiet = Object.fromEntries(
    methods.map((method) => [method, (...args: unknown[]) => void written.push([method, ...args])]),
  );
  redactConsole(quiet, (text) => text.replaceAll('hunter2', '[redacted]'));
});

test('what holds no secret is passed on as it was', () => {
  const value = { a: 1 };
  quiet['log']?.('%s and', 'more', value);
  quiet['dir']?.(value, { depth: 0 });
  quiet['assert']?.(true, 'fine');

  expect(written).toEqual([
    ['log', '%s and', 'more', value],
    ['dir', value, { depth: 0 }],
    ['assert', true, 'fine'],
  ]);
  expect(written[0]?.[3]).toBe(value);
});

test.each(['debug', 'error', 'group', 'groupCollapsed', 'info', 'log', 'trace', 'warn'])(
  '%s writes no secret, in whatever argument it stands',
  (method) => {
    quiet[method]?.('user %s:', 'me', { password: 'hunter2' }, '100 %');

    expect(written).toEqual([[method, '%s', "user me: { password: '[redacted]' } 100 %"]]);
  },
);

test('dir and assert write none either', () => {
  quiet['dir']?.({ password: 'hunter2' });
  quiet['assert']?.(false, 'not %s', 'hunter2');

  expect(written).toEqual([
    ['dir', "{ password: '[redacted]' }"],
    ['assert', false, '%s', 'not [redacted]'],
  ]);
});
