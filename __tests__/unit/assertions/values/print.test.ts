import { equals, isUuid } from '../../../../src/assertions';
import { printValue, thrownText, typeName, typePhrase } from '../../../../src/assertions/values/print';
import { quote } from '../../../../src/assertions/values/quote';

const circular: Record<string, unknown> = { name: 'x' };
circular['self'] = { circular };

class Point {
  constructor(readonly x: number) {}
}

test.each<[unknown, string]>([
  ['ready', '"ready"'],
  ['say "x"\n', '"say \\"x\\"\\n"'],
  ['\u001b[31mred\u0007', '"\\u001b[31mred\\u0007"'],
  ['a\u00a0b\u200b\u202e', '"a\\u00a0b\\u200b\\u202e"'],
  ['\ud800', '"\\ud800"'],
  ['😀 é', '"😀 é"'],
  [5, '5'],
  [-0, '-0'],
  [NaN, 'NaN'],
  [10n, '10n'],
  [null, 'null'],
  [undefined, 'undefined'],
  [true, 'true'],
  [{}, '{}'],
  [[], '[]'],
  [{ b: [1, 'x'], a: { c: null } }, '{"b": [1, "x"], "a": {"c": null}}'],
  [Object.assign(Object.create(null), { a: 1 }), '{"a": 1}'],
  [circular, '{"name": "x", "self": {"circular": [Circular]}}'],
  [[1, undefined], '[1, undefined]'],
  [new Date(0), '1970-01-01T00:00:00.000Z'],
  [new Map([['a', 1]]), 'Map {"a" => 1}'],
  [/x/g, '/x/g'],
  [Symbol('s'), 'Symbol(s)'],
  [new Error('broken\nline'), '[Error: broken\\u000aline]'],
  [new Point(1), '{"x": 1}'],
  [function named() {}, '[Function named]'],
  [expect.stringContaining('x'), 'StringContaining "x"'],
  [{ id: isUuid(), n: expect.any(Number) }, '{"id": a UUID, "n": Any<Number>}'],
  [equals('x'), 'equal to "x"'],
  [
    {
      get x(): number {
        throw new Error('no');
      },
    },
    '{"x": [getter threw Error: no]}',
  ],
  [
    new Proxy(
      {},
      {
        ownKeys() {
          throw new Error('hidden');
        },
      },
    ),
    '[cannot be printed: Error: hidden]',
  ],
])('prints %#: %s', (value, text) => {
  expect(printValue(value)).toBe(text);
});

test('what is too long is cut, and what is left out is counted', () => {
  expect(printValue('x'.repeat(1000), { maxLength: 100 })).toBe(`"${'x'.repeat(60)}"… (940 more characters)`);
  expect(quote('xyz', 2)).toBe('"xy"… (1 more character)');
  expect(printValue('😀'.repeat(100), { maxLength: 90 })).not.toContain('\\ud83d');
  expect(
    printValue(
      Array.from({ length: 5000 }, (_, index) => index),
      { maxLength: 60 },
    ),
  ).toBe('[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, … 4,988 more]');
  const wide = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`key${index}`, { list: [1, 2, 3] }]));
  expect(printValue(wide, { maxLength: 120 })).toMatch(/^\{"key0": \{… 1 key\}, .*… 19\d more\}$/);
  expect(printValue([[1, 2], [3]], { maxLength: 5 })).toBe('[… 2 items]');
});

test('never longer than it may be, whatever it is given', () => {
  const hostile = [
    '\u001b'.repeat(100_000),
    Array.from({ length: 300 }, () => 'y'.repeat(300)),
    { ['k'.repeat(100_000)]: 1 },
    Object.fromEntries(Array.from({ length: 300 }, (_, index) => ['\u0000'.repeat(index), index])),
    JSON.parse('['.repeat(50_000) + ']'.repeat(50_000)),
  ];
  for (const value of hostile) expect(printValue(value).length).toBeLessThanOrEqual(400);
});

test('a value of 50 MB is not walked', () => {
  let reads = 0;
  const list = new Proxy(
    Array.from({ length: 1_000_000 }, () => 'some text of a row of data'),
    {
      get(target, key) {
        reads += 1;
        return Reflect.get(target, key) as unknown;
      },
    },
  );
  expect(printValue({ list })).toMatch(/ more\]\}$/);
  expect(reads).toBeLessThan(1000);
});

test('types in words', () => {
  expect([undefined, null, [], {}, 'x', 1, true].map(typeName)).toEqual([
    'missing',
    'null',
    'array',
    'object',
    'string',
    'number',
    'boolean',
  ]);
  expect([undefined, null, [], {}, 'x'].map(typePhrase)).toEqual([
    'nothing',
    'null',
    'an array',
    'an object',
    'a string',
  ]);
});

test('what was thrown, in words', () => {
  expect(thrownText(new TypeError('x'))).toBe('TypeError: x');
  expect(thrownText({ message: 'no name' })).toBe('no name');
  expect(thrownText(null)).toBe('null');
});
