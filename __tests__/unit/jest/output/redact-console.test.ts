import { BufferedConsole } from '@jest/console';
import { redactConsole, type WritingConsole } from '../../../../src/jest/output/redact-console';
import { redactedPrintableCopy, redactText } from '../../../../src/redaction/process-redactor';
import { createRedactor } from '../../../../src/redaction/redactor';
import { COMMANDS, commandsIn } from '../../../support/ci-commands';

const redactor = createRedactor();
redactor.addSecret('hunter2');

const redaction = {
  text: redactor.text,
  printableCopy: (value: unknown) => redactor.printableCopy(value, { readsGetters: false, mostObjects: 1_000 }),
};

/** What Jest's console shows when it is written to like this. */
function shown(write: (console: WritingConsole) => unknown, isRedacted = true): string {
  const quiet = new BufferedConsole();
  if (isRedacted) redactConsole(quiet as unknown as WritingConsole, redaction);
  write(quiet as unknown as WritingConsole);
  return (quiet.getBuffer() ?? []).map(({ message }) => message.replace(/\d+(\.\d+)? ?ms/g, 'N ms')).join('\n');
}

class Login {
  user = 'me';
  constructor(readonly password: unknown) {}
  get shouted(): string {
    return 'never read';
  }
}

const circle: Record<string, unknown> = { name: 'circle' };
circle['self'] = circle;
const deep = { a: { b: { c: { d: { e: 'deep', f: [circle] } } } } };
const values: readonly unknown[] = [
  'text %s',
  12n,
  Symbol('s'),
  null,
  undefined,
  -0,
  new Login(''),
  circle,
  deep,
  new Map<unknown, unknown>([[{ a: 1 }, new Set([1, [2]])]]),
  [...Array<number>(2), 3, ...Array<number>(200).fill(7)],
  Array(3),
  Object.create(null),
  new Error('what', { cause: new TypeError('why') }),
  new Date(0),
  /x/g,
  Buffer.from('bytes'),
  () => 1,
  Login,
  new URL('http://localhost/x?y=1'),
  new Headers({ accept: 'x' }),
  Object.defineProperty({ [Symbol('k')]: 1 }, 'getter', { get: () => 1, enumerable: true }),
  new Proxy({ a: 1 }, {}),
  { password: '', token: null, secret: false, tokenType: 'x', session: {}, cookies: [] },
  { password: { type: 'string', title: 'The password' } },
  Promise.resolve(1),
];

const METHODS = [
  'debug',
  'dirxml',
  'error',
  'group',
  'groupCollapsed',
  'info',
  'log',
  'timeLog',
  'warn',
  'dir',
  'table',
];

test.each(METHODS)('%s writes what holds no secret to the byte as before', (method) => {
  const write = (console: WritingConsole): void => {
    console['time']?.('text %s');
    console['time']?.();
    console['count']?.();
    for (const value of values) console[method]?.(...(method === 'timeLog' ? ['default', value] : [value]));
    console[method]?.();
    if (method !== 'table') console[method]?.('text %s', { depth: 0 }, '100 %', deep);
    console['dir']?.(deep, { depth: 9 });
    console['assert']?.(false, 'no %s', 1);
    console['assert']?.(false);
    console['timeEnd']?.('text %s');
  };
  expect(shown(write)).toBe(shown(write, false));
});

const planted: readonly (readonly [string, unknown])[] = [
  ['a known value, deep', { a: { b: { c: { d: { e: 'x hunter2' } } } } }],
  ['a text', { password: 'Pw-1' }],
  ['numbers', { password: 87654321, token: 1234567n }],
  ['what stands in an object or a list', { secret: { value: 'Pw-1', x: ['Pw-2'] } }],
  ['a boxed text', { password: new String('Pw-1') }],
  ['a pair', { name: 'password', value: 'Pw-1' }],
  ['a pair the other way around', { value: 'Pw-1', key: 'password' }],
  ['all in credentials', { credentials: { weird: 'Pw-1', list: [{ port: 87654321 }] } }],
  ['an instance', new Login('Pw-1')],
  ['a Map', new Map([['password', 'Pw-1']])],
  ['a Set', new Set(['hunter2', { password: 'Pw-1' }])],
  ['an error', Object.assign(new Error('x hunter2', { cause: { token: 'Pw-1' } }), { config: { password: 'Pw-1' } })],
  ['a key', { 'my hunter2': 1, [Symbol('hunter2')]: 1 }],
  ['symbols', [Symbol('hunter2')]],
  ['bytes', Buffer.from('a hunter2')],
  ['headers', new Headers({ authorization: 'Pw-1' })],
  ['a proxy', new Proxy({ password: 'Pw-1' }, {})],
  ['a list of rows', [{ user: 'me', password: 'Pw-1' }]],
  ['a schema with a value', { password: { type: 'string', default: 'Pw-1' } }],
  ['more than is copied', { list: Array.from({ length: 2_000 }, () => ({})), deep: { password: 'Pw-1' } }],
];

describe.each(METHODS)('%s writes no secret', (method) => {
  test.each(planted)('in %s', (_what, value) => {
    const message = shown((console) => {
      console['time']?.();
      if (method === 'timeLog') return console[method]?.('default', value);
      return method === 'dir' ? console[method]?.(value, { depth: 9 }) : console[method]?.(value);
    });
    expect(message).not.toMatch(/hunter2|Pw-|8765|12345|68 75 6e/);
    expect(message).not.toBe('');
  });
});

test('what holds a secret is shown as before but for it', () => {
  const value = { login: new Login('Pw-1'), map: new Map([['token', 5]]), circle, list: Array(3) };
  expect(shown((console) => console['log']?.('it: %o', 1, value))).toBe(
    shown((console) => console['log']?.('it: %o', 1, value), false)
      .replace("'Pw-1'", "'[redacted]'")
      .replace('=> 5', "=> '[redacted]'"),
  );
});

test('labels, messages and traces are cleaned', () => {
  const message = shown((console) => {
    console['count']?.('hunter2');
    console['time']?.('of hunter2');
    console['timeEnd']?.('of hunter2');
    console['assert']?.(false, 'not hunter2', 'hunter2');
    expect(() => console['assert']?.(false, new Error('hunter2'))).toThrow('[redacted]');
    console['trace']?.('a %s', 'hunter2');
    console['log']?.('%j 100 %', { password: 'Pw-1' });
  });
  expect(message).not.toMatch(/hunter2|Pw-1/);
  expect(message).toMatch(/\[redacted\]: 1\nof \[redacted\]: N ms\n.*not \[redacted\][^]*a \[redacted\]/);
  expect(message).toContain('{"password":"[redacted]"} 100 %');
});

test.each(COMMANDS)('%s is no command for a CI system', (command) => {
  const quiet = new BufferedConsole();
  redactConsole(quiet as unknown as WritingConsole, {
    text: redactText,
    printableCopy: (value) => redactedPrintableCopy(value, { readsGetters: false, mostObjects: 1_000 }),
  });
  const text = `a\n  ${command}`;
  for (const write of [
    quiet.log,
    quiet.info,
    quiet.debug,
    quiet.warn,
    quiet.error,
    quiet.trace,
    quiet.group,
    quiet.dir,
  ]) {
    write(text);
    write({ text, [text]: [text] });
    write(new Error(text));
  }
  quiet.log('%s %o %j', text, text, text);
  (quiet as unknown as WritingConsole)['assert']?.(false, text, { text });
  quiet.count(text);
  quiet.time(text);
  quiet.timeLog(text, { text });
  quiet.timeEnd(text);
  quiet.table([{ [text]: text }], undefined);
  quiet.table(text);
  quiet.dirxml(text);

  const shown = (quiet.getBuffer() ?? []).map(({ message }) => message);
  expect(shown.length).toBeGreaterThan(30);
  expect(shown.filter((message) => message.includes('planted')).length).toBeGreaterThan(30);
  expect(shown.flatMap(commandsIn)).toEqual([]);
});
