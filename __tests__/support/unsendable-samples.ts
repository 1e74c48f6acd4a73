/** Arguments that JSON cannot carry as they are: what they are, how they are made, and the field that is to blame. */
export const UNSENDABLE_ARGS: readonly (readonly [what: string, make: () => object, field: string])[] = [
  ['undefined', () => ({ a: undefined }), 'a'],
  ['undefined in a list', () => ({ ids: [1, undefined] }), 'ids.1'],
  // eslint-disable-next-line no-sparse-arrays
  ['a sparse array', () => ({ ids: [1, , 3] }), 'ids.1'],
  ['an array with holes only', () => ({ ids: new Array(1_000_000_000) }), 'ids.0'],
  ['a nested sparse array', () => ({ a: { b: [[], Object.assign([], { 2: 'x' })] } }), 'a.b.1.0'],
  ['NaN', () => ({ limit: NaN }), 'limit'],
  ['Infinity', () => ({ list: [{ limit: -Infinity }] }), 'list.0.limit'],
  ['a function', () => ({ a: () => 1 }), 'a'],
  ['a symbol', () => ({ a: Symbol('x') }), 'a'],
  ['a symbol key', () => ({ a: { [Symbol('x')]: 1 } }), 'a'],
  ['a Map', () => ({ a: new Map([['b', 1]]) }), 'a'],
  ['a Set', () => ({ a: new Set([1]) }), 'a'],
  ['a typed array', () => ({ a: new Uint8Array(2) }), 'a'],
  ['a boxed string', () => ({ a: Object('x') as unknown }), 'a'],
  ['a promise', () => ({ a: Promise.resolve(1) }), 'a'],
  ['an error', () => ({ a: new Error('x') }), 'a'],
  ['form data', () => ({ a: new URLSearchParams({ b: '1' }) }), 'a'],
  ['an instance with a getter', () => ({ a: new Account('me') }), 'a'],
  ['an instance without fields', () => ({ a: Object.create({ method: () => 1 }) as object }), 'a'],
  ['inherited fields', () => ({ a: Object.assign(Object.create({ password: 'x' }) as object, { user: 'me' }) }), 'a'],
  ['no date', () => ({ a: new Date(NaN) }), 'a'],
  ['a toJSON that returns undefined', () => ({ a: { toJSON: () => undefined } }), 'a'],
  ['a toJSON that returns null', () => ({ a: { toJSON: () => null } }), 'a'],
  ['a toJSON that returns a Map', () => ({ a: { toJSON: () => new Map() } }), 'a'],
  ['a toJSON that returns undefined inside', () => ({ a: { toJSON: () => ({ b: undefined }) } }), 'a.b'],
  ['a toJSON that throws', () => ({ a: { toJSON: () => thrown('not now') } }), 'a'],
  ['a toJSON without an end', () => ({ a: endless() }), 'a'],
  ['a toJSON that returns itself, with undefined', () => ({ a: { b: undefined, toJSON: itself } }), 'a.b'],
  ['a toJSON that returns its holder', () => holding({}), 'a'],
  ['a circle', () => circle({}), 'self'],
  ['a circle through a list', () => ({ a: circle([]) }), 'a.0.self'],
  ['a getter that throws', () => ({ a: { get b() { return thrown('no token'); } } }), 'a.b'], // prettier-ignore
  ['a proxy that throws', () => ({ a: new Proxy({}, { ownKeys: () => thrown('no keys') }) }), 'a'],
  ['a revoked proxy', () => ({ a: revoked() }), 'a'],
  ['deep nesting', () => ({ a: nested(1_100) }), 'a'],
  ['very deep nesting', () => ({ a: nested(100_000) }), 'a'],
];

/** Values that HTTP or a URL cannot carry, wherever a string of theirs is used. */
export const HALF_CHARACTERS = ['\ud800', 'a\udfffb', '😀'.slice(0, 1)] as const;

/** Headers that HTTP cannot carry, and the name that is to blame. */
export const UNSENDABLE_HEADERS: readonly (readonly [what: string, headers: Record<string, string>, name: string])[] = [
  ['a line feed', { 'x-a': 'a\nb' }, 'headers.x-a'],
  ['a line feed at the end', { authorization: 'Bearer abc\n' }, 'headers.authorization'],
  ['a carriage return', { 'x-a': 'a\r\nx-b: c' }, 'headers.x-a'],
  ['NUL', { 'x-a': 'a\0' }, 'headers.x-a'],
  ['DEL', { 'x-a': '\x7f' }, 'headers.x-a'],
  ['what is not Latin-1', { 'x-a': '10 €' }, 'headers.x-a'],
  ['an emoji', { 'x-a': '😀' }, 'headers.x-a'],
  ['half of a character', { 'x-a': '\ud800' }, 'headers.x-a'],
  ['a space in its name', { 'x a': 'b' }, '"x a"'],
  ['a colon in its name', { 'x:a': 'b' }, '"x:a"'],
  ['a line end in its name', { 'x\na': 'b' }, '"x\\na"'],
  ['a letter in its name that is not ASCII', { 'x-ä': 'b' }, '"x-ä"'],
  ['no name', { '': 'b' }, '""'],
];

class Account {
  readonly #password = 'secret';
  constructor(readonly user: string) {}
  get password(): string {
    return this.#password;
  }
}

function thrown(message: string): never {
  throw new Error(message);
}

function endless(): object {
  return { toJSON: () => ({ next: endless() }) };
}

function itself(this: object): object {
  return this;
}

function holding(holder: Record<string, unknown>): object {
  return Object.assign(holder, { a: { toJSON: () => holder } });
}

function circle(value: object): object {
  return Object.assign(value, Array.isArray(value) ? { 0: { self: value } } : { self: value });
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function nested(levels: number): object {
  let value: object = {};
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}

/** What the message of a field that can't be sent says, alone or in a list. */
export const unsendableText = (field: string): RegExp =>
  new RegExp(
    `^${field}[\\w.]* is undefined|^Invalid \`${field}[\\w.…]*\`[^]*Why: it is |(?:Why: | {7})${field}[\\w.…]* is `,
  );
