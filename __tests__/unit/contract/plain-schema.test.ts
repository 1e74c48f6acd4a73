import { plainSchema } from '../../../src/contract/plain-schema';
import { secret } from '../../../src/redaction/secret';

test('what only people read is left out, but not a field of that name', () => {
  expect(
    plainSchema({
      title: 'Input',
      description: 'What is sent',
      properties: { title: { title: 'Title', type: 'string' }, description: { examples: ['a'], type: 'string' } },
      required: ['title'],
      anyOf: [{ title: 'One' }, { $ref: '#/$defs/example' }],
      $defs: { example: { example: 1, enum: ['title'] } },
    }),
  ).toEqual({
    properties: { title: { type: 'string' }, description: { type: 'string' } },
    required: ['title'],
    anyOf: [{}, { $ref: '#/$defs/example' }],
    $defs: { example: { enum: ['title'] } },
  });
});

test('data is kept as it is, with keys that would be keywords', () => {
  const schema = {
    default: { title: 'a', properties: { example: 1 } },
    enum: [{ description: 1 }, null],
    const: 'title',
  };
  expect(plainSchema(schema)).toEqual(schema);
});

test('no secret is left: the default of a password, and known values', () => {
  const known = secret('pl4in-schema-secret');
  const schema = {
    properties: {
      password: { default: 'hunter-2-hunter', type: 'string', minLength: 3 },
      host: { default: `https://${known}.example`, enum: [known] },
    },
  };
  expect(plainSchema(schema)).toEqual({
    properties: {
      password: { type: 'string', minLength: 3 },
      host: { default: 'https://[redacted].example', enum: ['[redacted]'] },
    },
  });
});

test('the name of a secret field is not a secret', () => {
  const schema = { properties: { apiKey: { type: 'string' } }, required: ['apiKey'], pattern: '^token=.*$' };
  expect(plainSchema(schema)).toEqual(schema);
});
