import { format, plugins } from 'pretty-format';
import { type PrintArguments, redactingSerializer } from '../../../../src/jest/output/redacting-serializer';
import { learnSecretsOf } from '../../../../src/redaction/process-redactor';

const OPTIONS = { escapeRegex: true, escapeString: false, printBasicPrototype: false, printFunctionName: false };
const OTHERS = [plugins.AsymmetricMatcher, plugins.ReactElement, plugins.Immutable];

class Money {
  constructor(
    readonly amount: number,
    readonly note: unknown = '',
  ) {}
}
/** A serializer of the user's. */
const money = {
  test: (value: unknown) => value instanceof Money,
  serialize: (value: Money, ...[config, indentation, depth, refs, print]: PrintArguments) =>
    `€ ${value.amount} ${print(value.note, config, indentation, depth, refs)}`,
};

beforeAll(() => learnSecretsOf({ password: 'Tr0ub4dor&3' }));
const snapshot = (value: unknown): string =>
  format(value, { ...OPTIONS, plugins: [redactingSerializer, money, ...OTHERS] });
const asJest = (value: unknown): string => format(value, { ...OPTIONS, plugins: [money, ...OTHERS] });

const circle: Record<string, unknown> = { name: 'circle' };
circle['self'] = [circle];

test.each<[string, unknown]>([
  ['scalars', ['a "quoted"\n\\text', 1, -0, 2n, NaN, null, undefined, true, Symbol('s'), Symbol.iterator]],
  ['a text', 'several\nlines "quoted" \\d'],
  ['a circle', circle],
  ['classes and Maps', [new Money(3), new Map([[{ a: 1 }, new Set([[1, 2]])]]), Object.create(null), () => 1, Money]],
  ['errors and dates', [new TypeError('what'), new Date(0), new Date(NaN), /x\d/g, new URL('http://localhost/')]],
  ['bytes and headers', [Buffer.from('bytes'), new Uint8Array(3), new Headers({ accept: 'x' }), Promise.resolve()]],
  [
    'getters and toJSON',
    {
      get a() {
        return 1;
      },
      b: { toJSON: () => ({ c: new Money(1) }) },
      c: {
        toJSON() {
          return this;
        },
      },
    },
  ],
  ['matchers under secret names', { password: expect.any(String), token: expect.stringMatching(/x/), cookies: [] }],
  ['what tells nothing', { password: '', token: null, secret: false, tokenType: 'Bearer', session: {} }],
  ['a schema', { properties: { password: { type: 'string', title: 'Password', required: true } } }],
])('without secrets it is as Jest makes it: %s', (_what, value) => {
  expect(snapshot(value)).toBe(asJest(value));
});

test.each<[string, unknown, RegExp]>([
  ['a known text', { detail: ['refused: Tr0ub4dor&3'] }, /^ {4}"refused: \[redacted\]",$/m],
  [
    'secret names',
    { password: 'Unknown-1', access_token: 'Unknown-2', pin: [{ token: 5678 }] },
    /"token": "\[redacted\]"/,
  ],
  ['credentials', { credentials: { weird: 'Unknown-1', host: 'Unknown-2' } }, /"host": "\[redacted\]",\n/],
  ['an error', new Error('E Tr0ub4dor&3'), /^\[Error: E \[redacted\]\]$/],
  ['a symbol', [Symbol('Tr0ub4dor&3'), { [Symbol('Tr0ub4dor&3')]: 1 }], /Symbol\(\[redacted\]\)/],
  ['a key', new Map([['Tr0ub4dor&3', 1]]), /"\[redacted\]" => 1/],
  [
    'a getter',
    {
      get password() {
        return 'Unknown-1';
      },
    },
    /"password": "\[redacted\]"/,
  ],
  ['toJSON', { toJSON: () => ({ token: 'Unknown-1' }) }, /"token": "\[redacted\]"/],
  [
    'what another serializer prints',
    [new Money(1, { token: 'Unknown-1' }), new Money(2, 'Tr0ub4dor&3')],
    /€ 1 \{\n.*"\[redacted\]",\n.*\n {2}€ 2 "\[redacted\]"/,
  ],
  ['what another serializer takes first', new Money(1, { token: 'Unknown-1' }), /"token": "\[redacted\]"/],
  ['lines', 'a\n"Tr0ub4dor&3"\nb', /^"a\n"\[redacted\]"\nb"$/],
])('no secret is in it: %s', (_what, value, shown) => {
  expect(snapshot(value)).toMatch(shown);
  expect(snapshot(value)).not.toMatch(/Tr0ub|Unknown|5678/);
});

test('a serializer that throws does not switch it off', () => {
  const throwing = {
    get a(): never {
      throw new Error('no');
    },
  };
  expect(() => snapshot(throwing)).toThrow('no');
  expect(snapshot({ password: 'Unknown-1' })).toContain('[redacted]');
});

test('Jest takes it', () => {
  expect.addSnapshotSerializer(redactingSerializer);
  expect({ detail: 'refused: Tr0ub4dor&3', token: 5 }).toMatchInlineSnapshot(`
{
  "detail": "refused: [redacted]",
  "token": "[redacted]",
}
`);
});
