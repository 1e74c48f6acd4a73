import { inspect } from 'node:util';
import { createRedactor } from '../../../../src/redaction/redactor';

const redactor = createRedactor();
redactor.addSecret('hunter2');
const console = { readsGetters: false };
const printableCopy = (value: unknown): unknown => redactor.printableCopy(value, console);

class Money {
  readonly #amount = 5;
  get amount(): number {
    return this.#amount;
  }
}

test('what holds no secret is itself', () => {
  for (const value of [new Money(), { a: [new Money()] }, 'x', null, Symbol.iterator])
    expect(printableCopy(value)).toBe(value);
});

test('beside a secret all else is itself: a class may know more than can be copied', () => {
  const money = new Money();
  const circle: Record<string, unknown> = { money, list: [1] };
  circle['self'] = circle;
  const value = { token: 'x', circle, deep: [{ money, holder: { 'my hunter2': money } }] };
  const shown = printableCopy(value) as typeof value;
  expect(shown).not.toBe(value);
  expect(shown.circle).toBe(circle);
  expect(shown.deep[0]?.money.amount).toBe(5);
  expect(inspect(shown, { depth: 9 })).toBe(
    inspect(value, { depth: 9 }).replace("'x'", "'[redacted]'").replace('hunter2', '[redacted]'),
  );
});

test('all that leads to a secret is a copy, by whatever way, and its circles are its own', () => {
  const leaf = { text: 'hunter2' };
  const circle: Record<string, unknown> = { name: 'circle' };
  const late = { circle };
  circle['late'] = late;
  circle['leaf'] = leaf;
  const twice = [{ hunter2: 1 }, { hunter2: 2 }, [leaf], new Map([[leaf, leaf]]), new Set([late])];
  expect(inspect(printableCopy([circle, twice, late]), { depth: 9 })).toBe(
    inspect([circle, twice, late], { depth: 9 })
      .replaceAll("'hunter2'", "'[redacted]'")
      .replaceAll('hunter2:', "'[redacted]':"),
  );
});

test('the value is not changed', () => {
  const value = Object.freeze({ password: 'x', list: Object.freeze(['hunter2']) });
  printableCopy(value);
  expect(value).toEqual({ password: 'x', list: ['hunter2'] });
});

test('a graph of many ways comes to an end', () => {
  let shared: unknown = { a: 'hunter2' };
  for (let level = 0; level < 60; level += 1) shared = [shared, shared];
  expect(inspect(printableCopy(shared), { depth: 1 })).toBe('[ [ [Array], [Array] ], [ [Array], [Array] ] ]');
});

test('numbers, boxed strings and symbols are hidden too, and shown as they are without a secret', () => {
  redactor.addSecret('4815162342');
  const value = { n: 4815162342, big: 4815162342n, box: new String('is hunter2'), symbol: Symbol('hunter2') };
  expect(inspect(printableCopy(value))).toBe(
    "{\n  n: '[redacted]',\n  big: '[redacted]',\n  box: [String: 'is [redacted]'],\n  symbol: Symbol([redacted])\n}",
  );
  const harmless = { n: 48, big: 48n, box: new String('is'), symbol: Symbol(), password: 'x' };
  expect(inspect(printableCopy(harmless))).toBe(inspect(harmless).replace("'x'", "'[redacted]'"));
});

test('a schema of a password is shown, and its default is not', () => {
  const schema = { password: { type: ['string', 'null'], minLength: 8, default: 'changeme' } };
  expect(printableCopy(schema)).toEqual({
    password: { type: ['string', 'null'], minLength: 8, default: '[redacted]' },
  });
});

test('an object under a secret name is hidden, whatever it answers when it is asked', () => {
  const proxy = new Proxy({ inner: 'unknown-to-us' }, {});
  expect(inspect(printableCopy({ password: proxy }))).toBe("{ password: '[redacted]' }");
});

test('the key of a pair is a name, and names its value', () => {
  const pairs = [
    { key: 'password', value: 'p', more: 'm' },
    { name: 'password', value: 'p' },
    { name: 'host', value: 'h' },
  ];
  expect(printableCopy(pairs)).toEqual([
    { key: 'password', value: '[redacted]', more: 'm' },
    { name: 'password', value: '[redacted]' },
    { name: 'host', value: 'h' },
  ]);
  expect(
    printableCopy({
      credentials: [
        { name: 'owner', value: 'v', note: 'n' },
        { key: 'k', other: 'o' },
      ],
    }),
  ).toEqual({
    credentials: [
      { name: 'owner', value: '[redacted]', note: '[redacted]' },
      { key: '[redacted]', other: '[redacted]' },
    ],
  });
});

test('in a description of a value, what stands for it is hidden, and in credentials its words are not', () => {
  const schema = { type: 'string', default: 'd', description: 'text' };
  expect(printableCopy({ password: schema })).toEqual({ password: { ...schema, default: '[redacted]' } });
  expect(printableCopy({ credentials: { password: schema } })).toEqual({
    credentials: { password: { ...schema, default: '[redacted]' } },
  });
});

test('bytes are shown unless they spell a secret', () => {
  const plain = Buffer.from('plain');
  const spelling = new Uint8Array(Buffer.from('hunter2'.padEnd(1_234)));
  expect(printableCopy({ plain, token: 'x' })).toEqual({ plain, token: '[redacted]' });
  expect(printableCopy([plain, spelling])).toEqual([plain, '[binary, 1,234 bytes]']);
});
