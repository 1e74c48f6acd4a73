import { createRedactor } from '../../../../src/redaction/redactor';

const redactor = createRedactor();
redactor.addSecret('k9Xq27Lmz');
const copy = (value: unknown) => redactor.value(value);
const under = (names: readonly string[], value: unknown) => redactor.copier().valueUnder(names, value);

test.each<[names: readonly string[], value: unknown, shown: unknown]>([
  [[], 'plain', 'plain'],
  [['user_1'], 'u', 'u'],
  [['password'], 'p', '[redacted]'],
  [['password', 'length'], 'p', '[redacted]'],
  [['credentials', 'user_1'], 'u', '[redacted]'],
  [['credentials', 'user_1'], true, true],
  [['credentials'], { user_1: 'u' }, { user_1: '[redacted]' }],
  [['credentials', 'nested', 'user_1'], 'u', '[redacted]'],
  [['user_1', 'credentials'], 'text', '[redacted]'],
  [['data', 'user_1'], 'the k9Xq27Lmz', 'the [redacted]'],
])('under %j, %j is shown as %j', (names, value, shown) => {
  expect(under(names, value)).toEqual(shown);
});

test('the key of a pair is a name, and names its value', () => {
  expect(
    copy([
      { key: 'password', value: 'p', more: 'm' },
      { name: 'host', value: 'h' },
    ]),
  ).toEqual([
    { key: 'password', value: '[redacted]', more: 'm' },
    { name: 'host', value: 'h' },
  ]);
  expect(
    copy({
      credentials: [
        { name: 'owner', value: 'v' },
        { key: 'owner', other: 'o' },
      ],
    }),
  ).toEqual({
    credentials: [
      { name: 'owner', value: '[redacted]' },
      { key: '[redacted]', other: '[redacted]' },
    ],
  });
});

test('two hidden names stay two fields, and `__proto__` stays a field', () => {
  expect(copy({ k9Xq27Lmz: 1, ' k9Xq27Lmz': 2 })).toEqual({ '[redacted]': 1, ' [redacted]': 2 });
  const same = new Map([['my k9Xq27Lmz', 1]]);
  expect(copy([same])).toEqual([{ 'my [redacted]': 1 }]);
  const made = copy(JSON.parse('{"__proto__":{"a":1},"b":2}')) as Record<string, unknown>;
  expect(Object.keys(made)).toEqual(['__proto__', 'b']);
  expect(Object.getOwnPropertyDescriptor(made, '__proto__')).toEqual({
    ...{ value: { a: 1 }, enumerable: true, configurable: true, writable: true },
  });
});

test('what is met twice is copied once, and depth is counted along one way only', () => {
  const shared = { a: 1 };
  expect(copy([shared, shared])).toEqual([{ a: 1 }, { a: 1 }]);
  const wide = Array.from({ length: 300 }, () => ({ inner: {} }));
  expect(JSON.stringify(copy(wide))).not.toContain('too deep');
  const nested = (levels: number): object => (levels === 0 ? {} : [nested(levels - 1)]);
  expect(JSON.stringify(copy(nested(200)))).not.toContain('too deep');
  expect(JSON.stringify(copy(nested(201)))).toContain('too deep');
});
