import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { noteRegistered, noticeMissingPreset } from '../../../src/jest/preset-check';

const MARK = Symbol.for('jest-connector.registered');
let written: jest.SpiedFunction<typeof process.stderr.write>;
beforeEach(() => {
  delete (globalThis as Record<symbol, unknown>)[MARK];
  written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => written.mockRestore());

test('a test file without the preset’s setup is told of once', () => {
  noticeMissingPreset();
  noticeMissingPreset();
  expect(written).toHaveBeenCalledTimes(1);
  expect(written).toHaveBeenCalledWith(expect.stringContaining(`the preset was not set up for ${__filename}:\n`));
});

test('one with it is not', () => {
  noteRegistered();
  noticeMissingPreset();
  expect(written).not.toHaveBeenCalled();
});
