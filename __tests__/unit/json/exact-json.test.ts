import { jsonText, parseJson } from '../../../src/json/exact-json';
import { IN_MATRIX } from '../../support/in-matrix';

const BIG = 9007199254740993n;

/** A generator of numbers from 0 to below `count` that is the same in each run. */
function numbers(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
}

describe('parseJson', () => {
  it.each([
    ['9007199254740991', 9007199254740991],
    ['-9007199254740991', -9007199254740991],
    ['9007199254740992', 9007199254740992n],
    ['-9007199254740992', -9007199254740992n],
    ['9007199254740993', BIG],
    [' 9007199254740993\n', BIG],
    ['9223372036854775807', 9223372036854775807n],
    ['18446744073709551615', 18446744073709551615n],
    ['1000000000000000', 1000000000000000],
    ['9999999999999999', 9999999999999999n],
    ['100000000000000000000', 100000000000000000000n],
    [`-${'7'.repeat(5_000)}`, -BigInt('7'.repeat(5_000))],
    ['9007199254740993.0', 9007199254740992],
    ['9007199254740993e0', 9007199254740992],
    ['1E16', 1e16],
    ['-1e+400', -Infinity],
    ['0.30000000000000004', 0.1 + 0.2],
    ['12345678901234567.25e-3', JSON.parse('12345678901234567.25e-3')],
    ['1e-0000000000000000001', 0.1],
    ['[1,9007199254740993,"a",-9007199254740993]', [1, BIG, 'a', -BIG]],
    ['{"a":9007199254740993,"b":{"c":[9007199254740993]}}', { a: BIG, b: { c: [BIG] } }],
    ['"9007199254740993"', '9007199254740993'],
    ['"id: 9007199254740993, "', 'id: 9007199254740993, '],
    ['["\\"9007199254740993",9007199254740993]', ['"9007199254740993', BIG]],
    ['["\\\\",9007199254740993,"\\\\\\",9007199254740993"]', ['\\', BIG, '\\",9007199254740993']],
    ['{"9007199254740993":9007199254740993}', { '9007199254740993': BIG }],
    ['{"a\\",9007199254740993":"[9007199254740993]"}', { 'a",9007199254740993': '[9007199254740993]' }],
    ['{"a":9007199254740993,"a":1}', { a: 1 }],
    ['{"a":1,"a":9007199254740993}', { a: BIG }],
    ['{"a":{"b":9007199254740993},"a":"9007199254740993"}', { a: '9007199254740993' }],
    ['{"1":9007199254740993,"0":[9007199254740993]}', { 0: [BIG], 1: BIG }],
    ['["ü😀",9007199254740993]', ['ü😀', BIG]],
    [`["${'1'.repeat(100)}",${'1'.repeat(99)}.5,9007199254740993]`, ['1'.repeat(100), Number('1'.repeat(99)), BIG]],
  ])('%.60s', (text, value) => {
    expect(parseJson(text)).toStrictEqual(value);
  });

  it('finds a long integer wherever it begins', () => {
    for (let before = 0; before < 70; before += 1) {
      for (const filler of [' ', '1,', '"1",']) {
        const text = `[${filler.repeat(before)}9007199254740993]`;
        expect((parseJson(text) as unknown[]).at(-1)).toBe(BIG);
      }
    }
  });

  it('a field may be called __proto__', () => {
    const value = parseJson('{"__proto__":{"id":9007199254740993},"x":{"__proto__":9007199254740993}}') as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'x']);
    expect(JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item))).toBe(
      '{"__proto__":{"id":"9007199254740993"},"x":{"__proto__":"9007199254740993"}}',
    );
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('nesting may be deeper than the stack', () => {
    let value = parseJson(`${'['.repeat(100_000)}9007199254740993${']'.repeat(100_000)}`) as unknown;
    while (Array.isArray(value)) value = value[0] as unknown;
    expect(value).toBe(BIG);
  });

  it.each(['[9007199254740993', '09007199254740993', '9007199254740993n', '-', '"9007199254740993', ''])(
    'what is no JSON fails as it does in JSON.parse: %s',
    (text) => {
      const error = (parse: (text: string) => unknown): unknown => {
        try {
          return parse(text);
        } catch (thrown) {
          return String(thrown);
        }
      };
      expect(error(parseJson)).toMatch(/^SyntaxError: /);
      expect(error(parseJson)).toBe(error((given) => JSON.parse(given)));
    },
  );

  it('is JSON.parse for everything else, and exact for all integers', () => {
    const random = numbers(7);
    const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;
    const digits = (): string => `${1 + random(9)}${Array.from({ length: random(24) }, () => random(10)).join('')}`;
    const scalars: (() => string)[] = [
      () => pick(['true', 'false', 'null', '-0', '0', '1e5']),
      () => pick(['', '-']) + digits(),
      () => `${digits()}.${digits()}${pick(['', 'e5', 'E-7', 'e+12'])}`,
      () => JSON.stringify(pick(['', ' ', '"', '\\', ':', ',[{', 'ü😀\u0000']) + digits() + pick(['', '\\', '"', '}'])),
    ];
    const space = (): string => pick(['', '', ' ', '\n\t']);
    const value = (depth: number): string => {
      const kind = random(depth > 4 ? 4 : 6);
      if (kind < 4) return (scalars[kind] as () => string)();
      const items = Array.from({ length: random(6) }, () => `${space()}${value(depth + 1)}${space()}`);
      if (kind === 4) return `[${items.join()}]`;
      return `{${items.map((item) => `${space()}${pick(['"__proto__"', '"a"', `"${digits()}"`, '"\\""'])}:${item}`).join()}}`;
    };
    let bigints = 0;
    const rounds = IN_MATRIX ? 20_000 : 4_000;
    for (let round = 0; round < rounds; round += 1) {
      const text = space() + value(0) + space();
      const exact: unknown = parseJson(text);
      const rounded = JSON.parse(text) as unknown;
      // Only the type and the digits of long integers may be other than in JSON.parse's.
      const compare = (one: unknown, other: unknown): void => {
        if (typeof one === 'bigint') {
          bigints += 1;
          if (!text.includes(String(one)) || Number(one) !== other || Number.isSafeInteger(other))
            throw new Error(text);
        } else if (typeof one === 'object' && one !== null) {
          const keys = Object.keys(one);
          if (keys.join() !== Object.keys(other as object).join()) throw new Error(text);
          for (const key of keys) compare((one as never)[key], (other as never)[key]);
        } else if (!Object.is(one, other)) throw new Error(text);
      };
      compare(exact, rounded);
      // Written and read again it is the same, so nothing was lost on either way.
      expect(jsonText(parseJson(jsonText(exact)))).toBe(jsonText(exact));
    }
    expect(bigints).toBeGreaterThan(rounds / 10);
  });
});

describe('jsonText', () => {
  it.each([
    [BIG, '9007199254740993'],
    [-BIG, '-9007199254740993'],
    [5n, '5'],
    [{ a: BIG, b: [BIG, null, undefined], c: undefined }, '{"a":9007199254740993,"b":[9007199254740993,null,null]}'],
    [{ at: new Date(0), id: BIG }, '{"at":"1970-01-01T00:00:00.000Z","id":9007199254740993}'],
    [{ own: { toJSON: () => BIG } }, '{"own":9007199254740993}'],
    [['bigint:5', '"bigint:5"', BIG], '["bigint:5","\\"bigint:5\\"",9007199254740993]'],
    [{ 'bigint:5': BIG, b: 'bigint 7:bigint:5' }, '{"bigint:5":9007199254740993,"b":"bigint 7:bigint:5"}'],
    [['$1', '$&', BIG], '["$1","$&",9007199254740993]'],
    [JSON.parse('{"__proto__":1}'), '{"__proto__":1}'],
    ['5', '"5"'],
    [undefined, undefined],
  ])('%o', (value, text) => {
    expect(jsonText(value)).toBe(text);
  });

  it('indents', () => {
    expect(jsonText({ id: BIG }, { indent: 2 })).toBe('{\n  "id": 9007199254740993\n}');
  });

  it('replaces before it writes', () => {
    const replace = (_key: string, value: unknown): unknown => (value === 1 ? BIG : value);
    expect(jsonText({ a: 1, b: BIG }, { replace })).toBe('{"a":9007199254740993,"b":9007199254740993}');
  });

  it('says of what JSON cannot carry what JSON.stringify says', () => {
    const circle: Record<string, unknown> = { id: BIG };
    circle['self'] = circle;
    expect(() => jsonText(circle)).toThrow('circular');
  });

  it('a toJSON that the project gave to bigints makes no strings of them', () => {
    Object.defineProperty(BigInt.prototype, 'toJSON', { configurable: true, value: (): string => 'a string' });
    try {
      expect(jsonText({ id: BIG, list: [BIG, 'x'] })).toBe('{"id":9007199254740993,"list":[9007199254740993,"x"]}');
    } finally {
      Reflect.deleteProperty(BigInt.prototype, 'toJSON');
    }
  });
});
