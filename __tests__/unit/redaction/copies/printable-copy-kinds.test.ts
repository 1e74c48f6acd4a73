import { isExotic, isSchema, shownAsIs } from '../../../../src/redaction/copies/printable-copy-kinds';

const throws = (): never => {
  throw new Error('read');
};
const unreadable = new Proxy(
  {},
  { get: throws, getPrototypeOf: throws, ownKeys: throws, getOwnPropertyDescriptor: throws },
);

test.each<[what: string, value: unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['an empty text', ''],
  ['true', true],
  ['code', () => 'secret'],
  ['a matcher of Jest', expect.any(String)],
  ['an empty object', {}],
  ['an empty object without a prototype', Object.create(null)],
  ['an empty list', []],
])('%s is no secret under any name', (_what, value) => {
  expect(shownAsIs(value)).toBe(true);
});

test.each<[what: string, value: unknown]>([
  ['a text', 'x'],
  ['a number', 0],
  ['an object', { a: 1 }],
  ['what has a symbol as its key', { [Symbol.iterator]: 1 }],
  ['a list', [1]],
  ['what inherits fields', Object.create({ a: 1 })],
  ['a date', new Date(0)],
  ['what only looks like a matcher', { $$typeof: 'jest.asymmetricMatcher' }],
  ['a proxy, which is not read', unreadable],
])('%s may be one', (_what, value) => {
  expect(shownAsIs(value)).toBe(false);
});

test.each<[value: object, expected: boolean]>([
  [{ type: 'string' }, true],
  [{ type: ['string', 'null'] }, true],
  [{ type: ['string', 'secret'] }, false],
  [{ type: ['string', 1] }, false],
  [{ type: 'secret' }, false],
  [{ type: 1 }, false],
  [{}, false],
])('whether %j describes a value: %j', (value, expected) => {
  expect(isSchema(value)).toBe(expected);
});

test('a proxy describes nothing, and is not read', () => {
  expect(isSchema(unreadable)).toBe(false);
});

function argumentsOf(..._given: unknown[]): object {
  return arguments; // eslint-disable-line prefer-rest-params
}

test.each<[what: string, value: object]>([
  ['a date', new Date(0)],
  ['a regular expression', /x/],
  ['a promise', Promise.resolve()],
  ['a buffer of bytes', new ArrayBuffer(1)],
  ['a boxed text', Object('x') as object],
  ['a weak map', new WeakMap()],
  ['a weak set', new WeakSet()],
  ['arguments', argumentsOf(1)],
  ['an iterator of a map', new Map().values()],
  ['an iterator of a set', new Set().values()],
])('%s is more than its fields', (_what, value) => {
  expect(isExotic(value)).toBe(true);
});

test.each<[what: string, value: object]>([
  ['an object', {}],
  ['a list', []],
  ['an error', new Error('x')],
  ['a map', new Map()],
])('%s is not', (_what, value) => {
  expect(isExotic(value)).toBe(false);
});
