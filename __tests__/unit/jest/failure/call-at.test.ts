import type { GeneratedPlace } from '../../../../src/call-site';
import { callAt } from '../../../../src/jest/failure/call-at';
import type { Place } from '../../../../src/jest/failure/scenario-places';

const firstFrame = (error: { stack?: string }): string | undefined => String(error.stack).split('\n')[1]?.trim();

function callerAt(place: Place | GeneratedPlace | undefined): string | undefined {
  let caller: string | undefined;
  function callee(title: string): void {
    const holder = { stack: '' };
    Error.captureStackTrace(holder, callee);
    caller = `${title}: ${firstFrame(holder)}`;
  }
  callAt(place, callee, 'called');
  return caller;
}

test('the caller is shown at the place', () => {
  expect(callerAt({ file: '/app/tests/a.test.ts', line: 12, column: 5 })).toBe(
    'called: at /app/tests/./a.test.ts:12:5',
  );
});

test.each([1, 2, 40])('column %d is kept on the first line too', (column) => {
  expect(callerAt({ file: '/a.test.ts', line: 1, column })).toBe(`called: at /./a.test.ts:1:${column}`);
});

test('a generated place is left to the source map of its file', () => {
  const place = { file: '/app/tests/a.test.ts', line: 12, column: 5, isGenerated: true } as const;
  expect(callerAt(place)).toBe('called: at /app/tests/a.test.ts:12:5');
  expect(callerAt(place)).toBe('called: at /app/tests/a.test.ts:12:5');
});

test('without a place it just calls', () => {
  expect(callerAt(undefined)).toMatch(/^called: at .*call-at\.ts/);
});
