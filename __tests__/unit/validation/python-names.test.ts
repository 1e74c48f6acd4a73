import { expect, test } from '@jest/globals';
import * as entry from '../../../src';
import { refusePythonNames } from '../../../src/validation/python-names';

const spelt = (name: string): unknown => Reflect.get(entry, name) as unknown;

test.each([
  ['not_equals', 'notEquals'],
  ['is_none', 'isNone'],
  ['one_of', 'oneOf'],
  ['greater_than_or_equal', 'greaterThanOrEqual'],
  ['is_dict', 'isDict'],
  ['describe_connector', 'describeConnector'],
])('%s is refused, with %s', (python, name) => {
  expect(() => spelt(python)).toThrow(expect.objectContaining({ code: 'UNKNOWN_NAME', fix: `import \`${name}\`.` }));
  expect(spelt(name)).toBeDefined();
});

test('nothing lists these names, and no other is refused', () => {
  const names = { equals: 1, notEquals: 2, ConnectorTestError: 3, DEFAULT_FIELDS: 4 };
  refusePythonNames(names);
  expect({ ...names }).toEqual({ equals: 1, notEquals: 2, ConnectorTestError: 3, DEFAULT_FIELDS: 4 });
  expect(Object.getOwnPropertyNames(names)).toHaveLength(5);
  expect(spelt('then')).toBeUndefined();
  expect(spelt('isnone')).toBeUndefined();
});
