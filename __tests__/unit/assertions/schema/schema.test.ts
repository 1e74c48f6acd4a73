import { matchesSchema } from '../../../../src/assertions';
import { evaluateCheck } from '../../../../src/assertions/evaluate';

const SCHEMA = {
  type: 'object',
  required: ['status'],
  properties: {
    status: { enum: ['ready', 'failed'] },
    at: { type: 'string', format: 'date-time' },
    'a.b': { type: 'number' },
  },
  additionalProperties: false,
};

const reasonFor = (schema: never, body: unknown): string | undefined =>
  evaluateCheck({ body, roots: {} }, '', matchesSchema(schema)).reason;

describe('a JSON Schema', () => {
  test('passes for what matches', () => {
    expect(matchesSchema(SCHEMA)({ status: 'ready', at: '2025-01-31T10:00:00Z' })).toBe(true);
  });

  test('says everything that does not match, and where', () => {
    expect(matchesSchema(SCHEMA).explain({ status: 'redy', at: 'x', 'a.b': '1', more: 1 })).toBe(
      [
        'it must NOT have additional properties ("more")',
        'at "status": it must be equal to one of the allowed values (["ready", "failed"]), received "redy"',
        'at "at": it must match format "date-time", received "x"',
        'at "a\\\\.b": it must be number, received "1"',
      ].join('\n'),
    );
    expect(matchesSchema(SCHEMA).explain({})).toBe("it must have required property 'status'");
  });

  test('counts what is too much to show', () => {
    const items = Array.from({ length: 50 }, () => 'x');
    expect(matchesSchema({ items: { type: 'number' } }).explain(items)).toMatch(/at "9": .*\n… 40 more$/);
  });

  test.each([
    ['a misspelt keyword', { type: 'object', propertis: {} }, /unknown keyword: "propertis"/],
    ['a wrong type', { type: 'objekt' }, /type must be/],
    ['an unknown format', { type: 'string', format: 'no-such-format' }, /unknown format "no-such-format"/],
    ['an unknown dialect', { $schema: 'http://json-schema.org/draft-04/schema#', type: 'object' }, /draft-04/],
    ['an asynchronous schema', { $async: true, type: 'object' }, /promise/],
  ])('%s fails, and says what is wrong with the schema', (_name, schema, message) => {
    expect(reasonFor(schema as never, {})).toMatch(message);
  });

  test.each([
    ['draft-07', 'http://json-schema.org/draft-07/schema#', { items: [{ type: 'number' }] }],
    [
      '2019-09',
      'https://json-schema.org/draft/2019-09/schema',
      { dependentRequired: { a: ['b'] }, items: [{ type: 'number' }] },
    ],
    ['2020-12', 'https://json-schema.org/draft/2020-12/schema', { prefixItems: [{ type: 'number' }] }],
  ])('%s is understood', (_name, $schema, keywords) => {
    expect(matchesSchema({ $schema, ...keywords })([1])).toBe(true);
    expect(matchesSchema({ $schema, ...keywords })(['x'])).toBe(false);
  });

  test('keywords that only annotate are allowed', () => {
    expect(matchesSchema({ type: 'string', example: 'x', description: 'a text' })('y')).toBe(true);
  });

  test('says what to install where ajv is not', () => {
    jest.isolateModules(() => {
      jest.doMock('ajv', () => {
        throw new Error("Cannot find module 'ajv'\nRequire stack: …");
      });
      expect(reasonFor(SCHEMA as never, {})).toBe(
        "matchesSchema() needs ajv for a JSON Schema. Error: Cannot find module 'ajv'; `npm install --save-dev ajv@8 ajv-formats` installs it.",
      );
      jest.doMock('ajv', () => function Ajv6() {});
      expect(reasonFor(SCHEMA as never, {})).toMatch(/an older version of ajv/);
      jest.dontMock('ajv');
    });
  });
});

describe('a Standard Schema', () => {
  const standard = (result: unknown): { '~standard': { vendor: string; validate: () => unknown } } => ({
    '~standard': { vendor: 'zod', validate: () => result },
  });

  test('passes where there are no issues', () => {
    expect(matchesSchema(standard({ value: 1 }))(1)).toBe(true);
    expect(matchesSchema(Object.assign(() => 1, standard({ value: 1 })))(1)).toBe(true);
  });

  test('says its issues with their paths', () => {
    const issues = [{ message: 'Required', path: ['a', { key: 0 }] }, { message: 'Too short' }];
    const predicate = matchesSchema(standard({ issues }));
    expect(predicate('x')).toBe(false);
    expect(predicate.explain('x')).toBe('at "a.0": Required\nToo short');
    expect(predicate.description).toBe('a value that matches the zod schema');
  });

  test('an asynchronous one fails', () => {
    expect(reasonFor(standard(Promise.reject(new Error('late'))) as never, {})).toMatch(/The check returned a promise/);
  });
});
