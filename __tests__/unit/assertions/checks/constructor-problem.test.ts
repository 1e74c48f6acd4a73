import { runInNewContext } from 'node:vm';
import { checkProblem } from '../../../../src/assertions/checks/check-problem';

class Money {
  amount = 5;
}
const elsewhere = (source: string): unknown => runInNewContext(source);

test.each<[string, unknown, RegExp]>([
  [
    'Boolean',
    Boolean,
    /^Boolean is a constructor, which can't check anything: use isBoolean\(\), isTrue\(\) or isTruthy\(\)$/,
  ],
  ['String', String, /use isString\(\)$/],
  ['Number', Number, /use isNumber\(\)$/],
  ['BigInt', BigInt, /use isInteger\(\)$/],
  ['Object', Object, /use isDict\(\)$/],
  ['Array', Array, /use isList\(\)$/],
  ['Date', Date, /use isIsoDate\(\)$/],
  ['RegExp', RegExp, /use matches\(/],
  ['Map', Map, /^Map is a constructor/],
  ['Symbol', Symbol, /^Symbol is a constructor/],
  ['Boolean of another realm', elsewhere('Boolean'), /^Boolean is a constructor/],
  ['a class', Money, /^Money is a constructor, .* value => boolean/],
  ['a class without a name', (() => class extends Money {})(), /^the class is a constructor/],
  [
    'a class as ES5 writes it',
    elsewhere('function A() {}; A.prototype.run = function () {}; A'),
    /^A is a constructor/,
  ],
])('%s is no check', (_name, check, problem) => {
  expect(checkProblem(check)).toMatch(problem);
});

test.each([
  [Array.isArray],
  [Number.isInteger],
  [isFinite],
  [jest.fn()],
  [(value: unknown) => value === 1],
  [
    function named(value: unknown): boolean {
      return value === 1;
    },
  ],
  [((value: unknown) => value === 1).bind(undefined)],
])('the function %p is a check', (check) => {
  expect(checkProblem(check)).toBeUndefined();
});
