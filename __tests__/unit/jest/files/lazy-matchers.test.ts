import { expect } from '@jest/globals';
import * as matchers from '../../../../matchers';
import { lazyMatchers, MATCHER_NAMES } from '../../../../src/jest/files/lazy-matchers';

test('has every matcher', () => {
  expect([...MATCHER_NAMES].sort()).toEqual(Object.keys(matchers).sort());
});

test('loads nothing until one is used', () => {
  jest.isolateModules(() => {
    const fresh =
      require('../../../../src/jest/files/lazy-matchers') as typeof import('../../../../src/jest/files/lazy-matchers');
    const loaded = jest.fn(() => matchers);
    jest.doMock('../../../../matchers', loaded);
    const { toHavePath } = fresh.lazyMatchers();
    expect(loaded).not.toHaveBeenCalled();
    expect.extend({ toHavePath });
    expect({ a: 1 }).toHavePath('a');
    expect(loaded).toHaveBeenCalledTimes(1);
    jest.dontMock('../../../../matchers');
  });
});

test('one that nobody awaited harms nothing when its test file has ended', () => {
  jest.isolateModules(() => {
    const fresh =
      require('../../../../src/jest/files/lazy-matchers') as typeof import('../../../../src/jest/files/lazy-matchers');
    jest.doMock('../../../../matchers', () => undefined);
    const { toHavePath } = fresh.lazyMatchers() as unknown as Record<string, (this: object) => { pass: boolean }>;
    expect([toHavePath?.call({ isNot: false }).pass, toHavePath?.call({ isNot: true }).pass]).toEqual([true, false]);
    jest.dontMock('../../../../matchers');
  });
});

test('prints what a matcher notes, such as a baseline that was written, and nothing else', () => {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  jest.isolateModules(() => {
    const fresh =
      require('../../../../src/jest/files/lazy-matchers') as typeof import('../../../../src/jest/files/lazy-matchers');
    jest.doMock('../../../../matchers', () => ({
      toHavePath: () => ({ pass: true }),
      toMatchExpectedData: () => ({ pass: true, notice: '2 records written to the baseline a.json.' }),
    }));
    const { toHavePath, toMatchExpectedData } = fresh.lazyMatchers() as unknown as Record<string, () => object>;
    toHavePath!();
    expect(toMatchExpectedData!()).toMatchObject({ pass: true });
    jest.dontMock('../../../../matchers');
  });
  const written = write.mock.calls.map(([text]) => String(text));
  write.mockRestore();
  expect(written).toEqual([expect.stringMatching(/jest-connector: 2 records written to the baseline a\.json\.\n$/)]);
});

test('works in both voices and as an asymmetric matcher', () => {
  expect.extend(lazyMatchers());
  expect({ a: { b: 1 } }).toSatisfyPath('a.b', 1);
  expect({ a: 1 }).not.toHavePath('b');
  expect({ data: { a: 1 } }).toEqual({ data: expect.toHavePath('a') });
  expect(() => expect({ a: 1 }).toHavePath('b')).toThrow(/expect\(received\)\.toHavePath\(path\)/);
  expect(() => expect({ a: 1 }).not.toHavePath(1 as never)).toThrow(/path/);
});
