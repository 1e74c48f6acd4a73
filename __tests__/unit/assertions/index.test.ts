import * as assertions from '../../../src/assertions';
import { evaluateCheck } from '../../../src/assertions/evaluate';
import { isFactory } from '../../../src/assertions/predicates/predicate';
import { SAMPLES } from './samples';

const SUBJECT = { body: { data: { status: 'ready', items: [{ id: 1 }, {}] } }, roots: { $http: { status: 200 } } };
const MAY_BE_MISSING = ['isMissing', 'isNone', 'optional'];
const MISSING_PATHS = [
  'data.staus',
  'dta',
  'data.items.2',
  'data.items.*.name',
  'data.items.length',
  '$http.staus',
  'data.__proto__',
];

const names = Object.keys(assertions);

test('the samples cover every predicate that is exported', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual([...names].sort());
});

describe.each(names)('%s', (name) => {
  const make = SAMPLES[name]!;

  test.each(MISSING_PATHS)('at the missing path %s', (path) => {
    expect(evaluateCheck(SUBJECT, path, make()).passed).toBe(MAY_BE_MISSING.includes(name));
  });

  test('fails at a invalid path', () => {
    expect(evaluateCheck(SUBJECT, 'data..status', make()).passed).toBe(false);
  });

  test('fails for undefined when it is called as a function, unless it may be missing', () => {
    expect(make()(undefined as never)).toBe(MAY_BE_MISSING.includes(name));
  });

  test('describes itself in one line and carries the caller’s words', () => {
    expect(make().description).toMatch(/^\S.*\S$/);
    expect(make({ description: 'my own words' }).note).toBe('my own words');
  });

  test('refuses options that are none, and says so when it is called', () => {
    const predicate = make({ descripton: 'a typo' } as never);
    expect(predicate.problem).toBe(`${name}(): the last argument must be { description: string }`);
    expect(() => predicate('a' as never)).toThrow(expect.objectContaining({ code: 'INVALID_PREDICATE_ARGUMENT' }));
    expect(evaluateCheck(SUBJECT, 'data.staus', predicate).passed).toBe(false);
  });

  test('is recognised without its parentheses', () => {
    expect(isFactory(assertions[name as keyof typeof assertions])).toBe(true);
  });
});

test('a predicate remembers the line it was made on', () => {
  expect(assertions.exists().callSite.frame).toMatch(/index\.test\.ts:\d+:\d+/);
  expect(assertions.allOf(assertions.exists()).callSite.frame).toMatch(/index\.test\.ts:\d+:\d+/);
  expect(assertions.isType('null').callSite.frame).toMatch(/index\.test\.ts:\d+:\d+/);
  expect(assertions.lessThan(1).callSite.frame).toMatch(/index\.test\.ts:\d+:\d+/);
});
