import Ajv from 'ajv/dist/2020';
import type { JsonSchema } from '../../../../src/assertions/schema/json-schema';
import { validArgs, violationsOf } from '../../../../src/standard/negatives/violations';
import { recordedResponses } from '../../../support/recorded-responses';

const kindsOf = (schema: JsonSchema): string[] =>
  violationsOf(schema).map(({ path, kind }) => [...path, kind].join('.'));
const object = (properties: object, others: object = {}): JsonSchema => ({ type: 'object', properties, ...others });
/** What a field of this schema is given. */
const wrong = (schema: object): Record<string, unknown> =>
  Object.fromEntries(
    violationsOf(object({ a: schema })).map(({ path, kind, apply }) => [
      [...path.slice(1), kind].join('.'),
      (apply({}) as { a?: unknown }).a,
    ]),
  );

describe('each kind of violation', () => {
  test.each<[string, object, Record<string, unknown>]>([
    ['a string', { type: 'string' }, { null: null, wrong_type: { 'jest-connector': 'jest-connector' } }],
    [
      'a string or null',
      { anyOf: [{ type: 'string' }, { type: 'null' }] },
      { wrong_type: { 'jest-connector': 'jest-connector' } },
    ],
    ['several types', { type: ['string', 'object', 'null'] }, { wrong_type: ['jest-connector'] }],
    ['all types that a server could convert', { type: ['string', 'object', 'array', 'null', 'boolean'] }, {}],
    ['any type', {}, {}],
    ['a boolean', { type: 'boolean' }, { null: null, wrong_type: 'jest-connector' }],
    [
      'a number in a range',
      { type: 'integer', minimum: 1, maximum: 10 },
      { null: null, wrong_type: 'jest-connector', below_minimum: 0, above_maximum: 11 },
    ],
    [
      'an open range',
      { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
      { null: null, wrong_type: 'jest-connector', below_minimum: 0, above_maximum: 1 },
    ],
    [
      'a large range',
      { type: 'number', maximum: 1e20 },
      { null: null, wrong_type: 'jest-connector', above_maximum: 1.001e20 },
    ],
    [
      '64 bits',
      { type: 'integer', maximum: 9223372036854775807n },
      { null: null, wrong_type: 'jest-connector', above_maximum: 9223372036854775808n },
    ],
    [
      'a length',
      { type: 'string', minLength: 1, maxLength: 3 },
      { null: null, wrong_type: { 'jest-connector': 'jest-connector' }, too_short: '', too_long: '----' },
    ],
    [
      'a pattern',
      { type: 'string', pattern: '^[a-z]+$', minLength: 2 },
      { null: null, wrong_type: { 'jest-connector': 'jest-connector' }, too_short: '-', wrong_pattern: '!!' },
    ],
    [
      'a pattern of another language',
      { type: 'string', pattern: '(?P<a>b)' },
      { null: null, wrong_type: { 'jest-connector': 'jest-connector' } },
    ],
    [
      'a list of values',
      { enum: ['full', 'partial'] },
      { null: null, wrong_type: { 'jest-connector': 'jest-connector' }, unknown_value: 'jest-connector-unknown' },
    ],
    [
      'one value or null',
      { anyOf: [{ const: 3 }, { type: 'null' }] },
      { wrong_type: 'jest-connector', unknown_value: 987_654 },
    ],
    [
      'a list of values or any text',
      { anyOf: [{ enum: ['a'] }, { type: 'string' }] },
      { null: null, wrong_type: { 'jest-connector': 'jest-connector' } },
    ],
    [
      'an array',
      { type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 1, maxItems: 2 },
      {
        ...{ null: null, wrong_type: 'jest-connector', too_few_items: [], too_many_items: [0, 0, 0] },
        ...{ '0.null': [null], '0.wrong_type': ['jest-connector'], '0.below_minimum': [-1] },
      },
    ],
    [
      'an object of values',
      { type: 'object', additionalProperties: { type: 'string' } },
      {
        ...{ null: null, wrong_type: 'jest-connector', value_null: { jest_connector_unknown: null } },
        value_wrong_type: { jest_connector_unknown: { 'jest-connector': 'jest-connector' } },
      },
    ],
  ])('%s', (_what, schema, expected) => {
    expect(wrong(schema)).toEqual(expected);
  });

  test('a missing and an unknown field, also in fields of fields', () => {
    const inner = object({ id: { type: 'string' } }, { required: ['id'], additionalProperties: false });
    const outer = object({ inner }, { required: ['inner'], additionalProperties: false });
    const violations = Object.fromEntries(
      violationsOf(outer).map(({ path, kind, apply }) => [[...path, kind].join('.'), apply({ inner: { id: 'x' } })]),
    );
    expect(violations).toMatchObject({
      'inner.missing': {},
      'inner.id.missing': { inner: {} },
      'inner.unknown_field': { inner: { id: 'x', jest_connector_unknown: 'jest_connector_unknown' } },
      unknown_field: { inner: { id: 'x' }, jest_connector_unknown: 'jest_connector_unknown' },
    });
    expect(violations['inner.missing']).toEqual({});
  });

  test('a part of something optional is wrong in something that is valid otherwise', () => {
    const inner = object({ id: { type: 'string' }, size: { type: 'integer' } }, { required: ['id'] });
    const [violation] = violationsOf(object({ inner: { anyOf: [inner, { type: 'null' }], default: null } })).filter(
      ({ kind, path }) => path.includes('size') && kind === 'null',
    );
    expect(violation?.apply({})).toEqual({ inner: { id: 'jest-connector', size: null } });
  });

  test('credentials are not an object, of which the client would make a list', () => {
    const all = ['string', 'array'].map((type) => violationsOf(object({ credentials: { type } })));
    expect(
      all.map(
        (each) => (each.find(({ kind }) => kind === 'wrong_type')?.apply({}) as { credentials: unknown }).credentials,
      ),
    ).toEqual([['jest-connector'], 'jest-connector']);
  });
});

describe('as servers write them', () => {
  test('the contract of the SDK', () => {
    const schema = recordedResponses.find(({ label }) => label === 'input contract')?.response.body as JsonSchema;
    const fields = [
      'workflow_id',
      'correlation_id',
      'app_name',
      'workflow_slug',
      'credential_guid',
      'metadata',
      'connection',
    ];
    expect(kindsOf(schema)).toEqual(fields.flatMap((field) => [`${field}.null`, `${field}.wrong_type`]));
  });

  test('references, also to itself, and allOf', () => {
    const schema = {
      allOf: [{ $ref: '#/$defs/Base' }],
      $defs: {
        Base: object({ next: { $ref: '#/$defs/Node' } }, { type: 'object', required: ['next'] }),
        Node: object({ next: { anyOf: [{ $ref: '#/$defs/Node' }, { type: 'null' }] } }),
      },
    };
    expect(kindsOf(schema)).toEqual([
      ...['next.missing', 'next.null', 'next.wrong_type', 'next.next.wrong_type', 'next.next.next.wrong_type'],
    ]);
  });

  test('a reference to nothing has no violations', () => {
    expect(kindsOf(object({ a: { $ref: '#/$defs/None' } }))).toEqual([]);
  });
});

test('the arguments are completed with what the contract requires', () => {
  const schema = object(
    { a: { type: 'string', minLength: 20 }, b: object({ c: { enum: [7] } }, { required: ['c'] }), d: {} },
    { required: ['a', 'b', 'd'] },
  );
  expect(validArgs({ d: 1 }, schema)).toEqual({ a: 'jest-connector------', b: { c: 7 }, d: 1 });
  expect(validArgs(7, schema)).toBe(7);
});

describe('in contracts at random', () => {
  jest.setTimeout(60_000);
  const contracts = Array.from({ length: 80 }, (_, seed) => randomContract(seed + 1));
  const ajv = new Ajv({ strict: false, allErrors: true });

  test('every violation breaks the contract in its own place only, and what it is made of is valid', () => {
    let count = 0;
    for (const schema of contracts) {
      const validate = ajv.compile(schema);
      const base = validArgs({}, schema);
      expect([validate(base), validate.errors]).toEqual([true, null]);
      for (const { path, kind, apply } of violationsOf(schema)) {
        const args = apply(base);
        const errors = validate(args) ? [] : (validate.errors ?? []);
        expect([schema, path, kind, args, errors.length > 0]).toEqual([schema, path, kind, args, true]);
        const place = `/${path.join('/')}`;
        const outside = errors.filter(
          ({ instancePath }) => !`${place}/`.startsWith(`${instancePath}/`) && !instancePath.startsWith(place),
        );
        expect(outside).toEqual([]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(800);
  });

  test('two violations of one contract have different names', () => {
    for (const schema of contracts) expect(new Set(kindsOf(schema)).size).toBe(kindsOf(schema).length);
  });
});

/** A contract of some fields, the same for the same seed. */
function randomContract(seed: number): JsonSchema {
  let state = seed * 2_654_435_761;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const maybe = (fields: object): object => (next(2) === 0 ? fields : {});
  const field = (depth: number): object => {
    const makers: (() => object)[] = [
      () => ({ type: 'string', ...maybe({ minLength: next(4) }), ...maybe({ maxLength: 5 + next(9) }) }),
      () => ({ type: 'integer', ...maybe({ minimum: next(9) - 4 }), ...maybe({ maximum: 10 + next(9) }) }),
      () => ({ type: 'number', ...maybe({ exclusiveMinimum: next(5) }), ...maybe({ maximum: 20 }) }),
      () => ({ type: 'boolean' }),
      () => ({ enum: ['a', 'b', 'c'].slice(0, 1 + next(3)) }),
      () => ({ const: next(9) }),
      () => ({ anyOf: [field(depth + 1), { type: 'null' }] }),
      () => ({
        type: 'array',
        items: field(depth + 1),
        ...maybe({ minItems: next(3) }),
        ...maybe({ maxItems: 3 + next(3) }),
      }),
      () => object_(depth + 1),
      () => ({ type: 'object', additionalProperties: field(depth + 1) }),
      () => ({ $ref: '#/$defs/Shared' }),
    ];
    return (makers[next(depth > 2 ? 6 : makers.length)] as () => object)();
  };
  const object_ = (depth: number): object => {
    const names = ['alpha', 'beta', 'gamma', 'delta'].slice(0, 1 + next(4));
    return {
      ...{ type: 'object', properties: Object.fromEntries(names.map((name) => [name, field(depth)])) },
      ...{ required: names.filter(() => next(2) === 0), ...maybe({ additionalProperties: false }) },
    };
  };
  return {
    ...object_(0),
    $defs: { Shared: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] } },
  };
}
