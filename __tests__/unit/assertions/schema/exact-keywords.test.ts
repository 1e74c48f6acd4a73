import { compileContract } from '../../../../src/assertions/schema/json-schema';
import { matchesSchema } from '../../../../src/assertions/schema/schema';
import { parseJson } from '../../../../src/json/exact-json';

const BIG = '9007199254740993';
const read = (json: string): never => parseJson(json) as never;
const schema = (json: string): never => parseJson(json) as never;

it.each([
  ['{"type": "integer"}', [BIG, `-${BIG}`, '1'.repeat(400)], ['1.5', '"1"']],
  ['{"type": "number"}', [BIG], ['null']],
  ['{"type": ["integer", "null"]}', [BIG, 'null'], ['"1"']],
  ['{"type": "string"}', ['"1"'], [BIG]],
  [`{"minimum": ${BIG}}`, [BIG, '9007199254740994', '1e300'], ['9007199254740992', '5', `-${BIG}`]],
  [`{"maximum": ${BIG}}`, [BIG, '9007199254740992', '5'], ['9007199254740994', '1e300']],
  [`{"exclusiveMinimum": ${BIG}}`, ['9007199254740994'], [BIG, '9007199254740992']],
  [`{"exclusiveMaximum": ${BIG}}`, ['9007199254740992'], [BIG, '9007199254740994']],
  ['{"minimum": 0, "maximum": 9223372036854775807}', ['9223372036854775807', '0'], ['9223372036854775808', '-1']],
  ['{"minimum": 5}', [BIG], [`-${BIG}`]],
  [`{"const": ${BIG}}`, [BIG], ['9007199254740992', `"${BIG}"`, '5']],
  [`{"const": {"id": [${BIG}], "b": 1}}`, [`{"b": 1, "id": [${BIG}]}`], ['{"b": 1, "id": [9007199254740992]}', '{}']],
  [`{"enum": [1, "x", ${BIG}]}`, [BIG, '1', '"x"'], ['9007199254740992', '2']],
  ['{"multipleOf": 3}', ['9007199254740993'], ['9007199254740994', '4']],
  ['{"multipleOf": 0.5}', [BIG, '1.5'], ['1.3']],
  ['{"multipleOf": 1.5}', ['9007199254740993'], ['9007199254740994']],
  ['{"multipleOf": 1e-7}', [BIG], []],
  ['{"multipleOf": 9007199254740993}', ['18014398509481986', '0'], ['9007199254740994', '3']],
  [
    '{"uniqueItems": true}',
    [
      '[9007199254740992, 9007199254740993]',
      '[[9007199254740993], [9007199254740994]]',
      '["9007199254740993", 9007199254740993]',
    ],
    ['[9007199254740993, 1, 9007199254740993]', '[{"a": 9007199254740993, "b": 1}, {"b": 1, "a": 9007199254740993}]'],
  ],
  ['{"uniqueItems": false}', ['[9007199254740993, 9007199254740993]'], []],
  [`{"contains": {"const": ${BIG}}}`, [`[1, ${BIG}]`], ['[9007199254740992]']],
  [
    `{"propertyNames": {"enum": ["id"]}, "properties": {"id": {"const": ${BIG}}}}`,
    [`{"id": ${BIG}}`],
    [`{"di": ${BIG}}`],
  ],
  [`{"$ref": "#/definitions/id", "definitions": {"id": {"maximum": ${BIG}}}}`, [BIG], ['9007199254740994']],
  [`{"items": {"if": {"minimum": ${BIG}}, "then": {"maximum": ${BIG}}}}`, [`[${BIG}, 1]`], ['[9007199254740994]']],
])('%s', (given, passing, failing) => {
  const check = matchesSchema(schema(given));
  const contract = compileContract(schema(given));
  expect(passing.filter((json) => !check(read(json)))).toEqual([]);
  expect(failing.filter((json) => check(read(json)))).toEqual([]);
  expect(passing.filter((json) => contract(read(json)).length > 0)).toEqual([]);
});

it.each([
  ['{"minimum": 9007199254740994}', BIG, 'it must be >= 9007199254740994'],
  ['{"multipleOf": 2}', BIG, 'it must be multiple of 2'],
  ['{"const": 9007199254740994}', BIG, 'it must be equal to constant (9007199254740994n)'],
  ['{"enum": [9007199254740994]}', BIG, 'it must be equal to one of the allowed values ([9007199254740994n])'],
  ['{"type": "string"}', BIG, 'it must be string'],
  ['{"uniqueItems": true}', `[${BIG}, ${BIG}]`, 'it must NOT have duplicate items (items ## 0 and 1 are identical)'],
  ['{"properties": {"id": {"type": "string"}}}', `{"id": ${BIG}}`, `at "id": it must be string, received ${BIG}n`],
  ['{"properties": {"id": {"maximum": 5}}}', `{"id": ${BIG}}`, `at "id": it must be <= 5, received ${BIG}n`],
])('%s says with all digits what is wrong', (given, json, text) => {
  expect(matchesSchema(schema(given)).explain(read(json))).toBe(text);
});

it('a wrong schema is refused as ever', () => {
  expect(() => matchesSchema(schema(`{"minimum": "x", "const": ${BIG}}`))(5)).toThrow(/minimum must be number/);
  expect(() => matchesSchema(schema(`{"minimun": ${BIG}}`))(5)).toThrow(/unknown keyword: "minimun"/);
});

it('the value and the schema stay as they are', () => {
  const value = read(`{"id": ${BIG}, "list": [${BIG}]}`);
  const contract = schema(`{"properties": {"id": {"maximum": ${BIG}}, "list": {"items": {"type": "string"}}}}`);
  expect(compileContract(contract)(value)).toEqual([]);
  expect(value).toEqual({ id: BigInt(BIG), list: [BigInt(BIG)] });
  expect(contract).toEqual({ properties: { id: { maximum: BigInt(BIG) }, list: { items: { type: 'string' } } } });
});
